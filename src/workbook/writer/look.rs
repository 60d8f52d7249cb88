//! The looks of a cell, as one small family: one typeface, hairlines, tints so
//! light that they survive a photocopier.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The title of a sheet: bold, centred.
    Title,
    /// A heading over a block or column: bold, centred, tinted, framed.
    Header,
    /// A label inside a block (SASARAN, INDIKATOR): bold, framed.
    Label,
    /// Running text in a table: wrapped, framed.
    Body,
    /// Running text, centred: numbers of a list, ticks.
    Centred,
    /// An amount of money: on the right, framed.
    Amount,
    /// Text outside of a table.
    Plain,
    /// Centred text outside of a table: place and date, jabatan.
    Sign,
    /// A signatory's name: bold, underlined, centred.
    Name,
    /// A cell with an error: tinted red, framed.
    Galat,
    /// A cell worth a look: tinted yellow, framed.
    Periksa,
    /// A cell that is good to know of: tinted blue, framed.
    Info,
    /// A link, framed.
    Link,
    /// A note to whoever fills the sheet: grey, italic, wrapped.
    Note,
}

const HEADER_TINT: u32 = 0x00DE_EBF3;
const LABEL_TINT: u32 = 0x00F4_F7F9;
const GALAT_TINT: u32 = 0x00FB_E3E0;
const PERIKSA_TINT: u32 = 0x00FF_F5D6;
const INFO_TINT: u32 = 0x00E3_EEF6;
const LINK: u32 = 0x001F_5F99;
const NOTE: u32 = 0x0066_6666;
const LINE: u32 = 0x0080_8080;

impl Look {
    pub(super) fn format(self) -> Format {
        let plain = Format::new().set_font_name("Arial").set_font_size(10);
        let framed = plain.clone().set_border(FormatBorder::Hair).set_border_color(LINE).set_text_wrap();
        let body = framed.clone().set_align(FormatAlign::Left).set_align(FormatAlign::Top);
        let centred = |format: Format| format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        match self {
            Self::Title => centred(plain).set_bold().set_font_size(12),
            Self::Header => centred(framed).set_bold().set_background_color(HEADER_TINT),
            Self::Label => centred(framed).set_bold().set_background_color(LABEL_TINT),
            Self::Body => body,
            Self::Centred => framed.set_align(FormatAlign::Center).set_align(FormatAlign::Top),
            Self::Amount => framed.set_align(FormatAlign::Right).set_align(FormatAlign::Top),
            Self::Plain => plain,
            Self::Sign => centred(plain),
            Self::Name => centred(plain).set_bold().set_underline(FormatUnderline::Single),
            Self::Galat => body.set_background_color(GALAT_TINT),
            Self::Periksa => body.set_background_color(PERIKSA_TINT),
            Self::Info => body.set_background_color(INFO_TINT),
            Self::Link => body.set_font_color(LINK).set_underline(FormatUnderline::Single),
            Self::Note => plain.set_italic().set_font_color(NOTE).set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}
