//! How high a box becomes in a given width. What Typst has measured is
//! known; all else is estimated from the widths of single characters, so that
//! hundreds of layouts can be tried without typesetting anything.
//!
//! The rule of the game ([`Sizes::settle`]): choose with what is known,
//! measure what was chosen, and choose again until everything chosen has been
//! measured. An estimate therefore never reaches the paper.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::json;

use super::content::{Card, Entry};
use super::furniture::Furniture;
use super::geometry::Rect;
use super::paper::BODY_PT;
use super::settings::Labels;
use super::shape::Size;
use crate::typeset::{Engine, TypesetError};

/// The distance between two lines of a box, in pt.
const LINE_PT: f64 = 10.0;

/// What one line of a box cannot use of its width: the sides and the number.
const INSET_PT: f64 = 22.0;

/// In boxes at least this wide, in pt, lists of more entries than `LONG` are
/// set in two columns, as `bagian` in `bagan-kotak.typ` does.
const WIDE_PT: f64 = 432.0;
const LONG: usize = 6;

/// About so many boxes are measured to begin with, in these widths.
const SAMPLE: usize = 20;
const SAMPLE_WIDTHS: [u32; 2] = [COMPARED, 324];

/// So many boxes are measured at once; what the typesetter remembers of them is
/// forgotten soon after, so that memory does not grow with the chart.
const PORTION: usize = 128;

/// Choosing and measuring come to rest after two or three rounds.
const ROUNDS: usize = 4;

/// The width in pt at which boxes are compared.
pub(super) const COMPARED: u32 = 204;

/// A box as it is to be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    /// Index of the card.
    pub card: usize,
    /// Width in whole pt.
    pub width: u32,
    /// Head only, without sasaran and indikator.
    pub brief: bool,
}

/// What the ruler hands back.
#[derive(Debug, Deserialize)]
struct Reading {
    kotak: Vec<f64>,
    huruf: Vec<f64>,
    perabot: Vec<Pieces>,
}

/// The sizes of a chart's furniture.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) struct Pieces {
    pub judul: Piece,
    pub legenda: Piece,
    pub tanda_tangan: Piece,
}

/// Width and height of a piece of furniture in pt.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) struct Piece {
    pub w: f64,
    pub h: f64,
}

impl Piece {
    /// The piece with its upper left corner at a point.
    pub(super) fn at(self, x: f64, y: f64) -> Rect {
        Rect { x, y, w: self.w, h: self.h }
    }
}

/// The sizes of all boxes in all widths, measured or estimated.
pub(super) struct Sizes<'a> {
    engine: &'a Engine,
    cards: &'a [Card],
    kata: &'a Labels,
    advance: BTreeMap<char, f64>,
    lines: Vec<Vec<f64>>,
    measured: BTreeMap<Wanted, f64>,
    /// By how much each card's last measured box was higher than estimated.
    bias: Vec<f64>,
    /// Whether only measured boxes may be chosen.
    only_measured: bool,
    /// The furniture's sizes, in the order given.
    pub furniture: Vec<Pieces>,
}

impl<'a> Sizes<'a> {
    /// Measures the characters that occur and the furniture.
    ///
    /// # Errors
    /// When a template cannot be compiled.
    pub(super) fn new(
        engine: &'a Engine,
        cards: &'a [Card],
        kata: &'a Labels,
        furniture: &[Furniture],
    ) -> Result<Self, TypesetError> {
        let names = cards.iter().flat_map(|card| card.nama.chars());
        let letters: BTreeSet<char> =
            cards.iter().flat_map(texts).flat_map(|entry| entry.uraian.chars()).chain(names).collect();
        let text: Vec<String> = letters.iter().map(char::to_string).collect();
        let reading = read(engine, &json!({ "kata": kata, "ukur": [], "huruf": text, "perabot": furniture }))?;
        let advance = letters.iter().copied().zip(reading.huruf).collect();
        let mut sizes = Self {
            engine,
            cards,
            kata,
            advance,
            lines: Vec::new(),
            measured: BTreeMap::new(),
            bias: vec![1.0; cards.len()],
            only_measured: false,
            furniture: reading.perabot,
        };
        sizes.lines = cards.iter().map(|card| texts(card).map(|entry| sizes.run(&entry.uraian)).collect()).collect();
        sizes.sample()?;
        Ok(sizes)
    }

    /// Measures a few boxes all over the chart, so that the first estimates of
    /// all others are near the truth.
    fn sample(&mut self) -> Result<(), TypesetError> {
        let every = self.cards.len().div_ceil(SAMPLE);
        let cards = (0..self.cards.len()).step_by(every);
        let wanted: Vec<Wanted> =
            cards.flat_map(|card| SAMPLE_WIDTHS.map(|width| Wanted { card, width, brief: false })).collect();
        self.measure(&wanted)?;
        let biases: Vec<f64> = wanted.iter().map(|&wanted| self.measured[&wanted] / self.estimate(wanted)).collect();
        let mean = biases.iter().sum::<f64>() / biases.len().max(1) as f64;
        self.bias.fill(mean);
        Ok(())
    }

    /// The length in pt of a text on one line.
    fn run(&self, text: &str) -> f64 {
        text.chars().map(|c| self.advance.get(&c).copied().unwrap_or(BODY_PT)).sum()
    }

    /// Width and height of a box: measured if it was, estimated otherwise.
    pub(super) fn get(&self, wanted: Wanted) -> Size {
        let h = self.measured.get(&wanted).copied().unwrap_or_else(|| self.estimate(wanted) * self.bias[wanted.card]);
        Size { w: f64::from(wanted.width), h }
    }

    fn estimate(&self, wanted: Wanted) -> f64 {
        let room = f64::from(wanted.width) - INSET_PT;
        let card = &self.cards[wanted.card];
        let rows = |length: f64| (length / (0.94 * room.max(1.0))).ceil().max(1.0);
        let head = 24.0
            + rows(self.run(&card.nama) * 1.3) * 11.5
            + (card.pemegang.len() + usize::from(card.atasan.is_some())) as f64 * 12.0;
        if wanted.brief {
            return head + 17.0;
        }
        let mut lengths = self.lines[wanted.card].iter();
        let mut body = 0.0;
        for list in [&card.tujuan, &card.sasaran, &card.indikator] {
            let halves = f64::from(wanted.width) >= WIDE_PT && list.len() > LONG;
            let part = if halves { 0.5 } else { 1.0 };
            let own = lengths.by_ref().take(list.len());
            let height: f64 = own.map(|length| rows(length / part) * LINE_PT + 2.5).sum();
            body += height * part + if list.is_empty() { 0.0 } else { 19.5 };
        }
        head + body
    }

    /// Chooses, measures what was chosen, and chooses again until the choice
    /// stands on measured boxes alone. Where it never comes to rest, the last
    /// choice is made among what has been measured.
    ///
    /// # Errors
    /// When a template cannot be compiled.
    pub(super) fn settle<C>(
        &mut self,
        choose: impl Fn(&Self) -> C,
        boxes: impl Fn(&C) -> Vec<Wanted>,
    ) -> Result<C, TypesetError> {
        let mut cards = BTreeSet::new();
        for _ in 0..ROUNDS {
            let choice = choose(self);
            let wanted = boxes(&choice);
            if !self.measure(&wanted)? {
                return Ok(choice);
            }
            cards.extend(wanted.iter().map(|wanted| wanted.card));
        }
        let all = cards.into_iter().flat_map(|card| [false, true].map(|brief| Wanted { card, width: COMPARED, brief }));
        self.measure(&all.collect::<Vec<_>>())?;
        self.only_measured = true;
        let choice = choose(self);
        self.only_measured = false;
        Ok(choice)
    }

    /// Whether these boxes, all of one width, may be chosen.
    pub(super) fn allows(&self, boxes: &[Wanted]) -> bool {
        !self.only_measured || self.knows(boxes)
    }

    /// Whether all these boxes have been measured.
    pub(super) fn knows(&self, boxes: &[Wanted]) -> bool {
        boxes.iter().all(|wanted| self.measured.contains_key(wanted))
    }

    /// Measures what is not measured yet; says whether there was any.
    fn measure(&mut self, wanted: &[Wanted]) -> Result<bool, TypesetError> {
        let new: BTreeSet<Wanted> = wanted.iter().copied().filter(|w| !self.measured.contains_key(w)).collect();
        if new.is_empty() {
            return Ok(false);
        }
        let new: Vec<Wanted> = new.into_iter().collect();
        for portion in new.chunks(PORTION) {
            let cards = self.cards;
            let asked: Vec<_> = portion.iter().map(|w| json!([cards[w.card], w.width, w.brief])).collect();
            let asked = json!({ "kata": self.kata, "ukur": asked, "huruf": [], "perabot": [] });
            let reading = read(self.engine, &asked)?;
            for (&wanted, height) in portion.iter().zip(reading.kotak) {
                if !wanted.brief {
                    self.bias[wanted.card] = height / self.estimate(wanted);
                }
                self.measured.insert(wanted, height);
            }
            self.engine.evict();
        }
        Ok(true)
    }
}

fn texts(card: &Card) -> impl Iterator<Item = &Entry> {
    card.tujuan.iter().chain(&card.sasaran).chain(&card.indikator)
}

fn read(engine: &Engine, data: &serde_json::Value) -> Result<Reading, TypesetError> {
    let value = engine.measure("penggaris.typ", data.to_string().into_bytes())?;
    serde_json::from_value(value).map_err(|error| TypesetError::plain(format!("penggaris.typ: {error}")))
}
