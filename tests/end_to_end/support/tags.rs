//! The tags of a PDF as poppler's `pdfinfo` tells them: what a screen reader
//! walks through.

use std::path::Path;
use std::process::Command;

/// The tags of one file.
pub struct Tags {
    elements: Vec<Element>,
}

/// One tag.
pub struct Element {
    /// Its kind: "H1", "TD".
    pub kind: String,
    /// All text within it.
    pub text: String,
    /// The name by which cells point to it.
    id: Option<String>,
    /// The names that it points to.
    heads: Vec<String>,
    depth: usize,
    parent: Option<usize>,
}

impl Tags {
    /// Reads a file; `None` where poppler is not installed, which the gate
    /// forbids.
    pub fn read(path: &Path) -> Option<Self> {
        let output = match Command::new("pdfinfo").arg("-struct-text").arg(path).output() {
            Ok(output) => output,
            Err(error) if std::env::var_os("CI").is_none() => {
                eprintln!("pdfinfo is not installed, so this check is left out: {error}");
                return None;
            }
            Err(error) => panic!("pdfinfo: {error}"),
        };
        let mut tags = Self { elements: Vec::new() };
        for line in String::from_utf8_lossy(&output.stdout).lines().filter(|line| !line.trim().is_empty()) {
            tags.take(line.len() - line.trim_start().len(), line.trim());
        }
        Some(tags)
    }

    fn take(&mut self, depth: usize, line: &str) {
        let last = self.elements.last_mut();
        if let Some(text) = line.strip_prefix('"') {
            let mut above = (0..self.elements.len()).rev().find(|&at| self.elements[at].depth < depth);
            while let Some(at) = above {
                self.elements[at].text.push_str(text.trim_end_matches('"'));
                above = self.elements[at].parent;
            }
        } else if let Some(heads) = line.strip_prefix("/Headers ") {
            let names = heads.trim_matches(['[', ']']).split(' ').filter(|name| !name.is_empty());
            last.unwrap().heads = names.map(|name| name.trim_matches(['(', ')']).to_owned()).collect();
        } else if !line.starts_with('/') {
            let parent = (0..self.elements.len()).rev().find(|&at| self.elements[at].depth < depth);
            let id = line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(id, _)| id.to_owned());
            let kind = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            self.elements.push(Element { kind, text: String::new(), id, heads: Vec::new(), depth, parent });
        }
    }

    /// All tags of a kind.
    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.kind == kind)
    }

    /// The kinds of the tags that stand directly under the document.
    pub fn top(&self) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(|element| element.parent == Some(0))
    }

    /// The heads that are read out with a cell, the nearest first.
    pub fn heads(&self, cell: &Element) -> Vec<&str> {
        let mut found: Vec<&Element> = Vec::new();
        let mut open: Vec<&String> = cell.heads.iter().rev().collect();
        while let Some(name) = open.pop() {
            let head = self.all("TH").find(|head| head.id.as_ref() == Some(name)).expect("a head that is there");
            found.push(head);
            open.extend(head.heads.iter().rev());
        }
        found.iter().map(|head| head.text.as_str()).collect()
    }

    /// The heads of the only cell that holds a text.
    pub fn heads_of(&self, text: &str) -> Vec<&str> {
        let cells: Vec<&Element> = self.all("TD").filter(|cell| cell.text == text).collect();
        assert_eq!(cells.len(), 1, "cells with {text}");
        self.heads(cells[0])
    }

    /// How often a text is read out.
    pub fn times(&self, text: &str) -> usize {
        self.elements[0].text.matches(text).count()
    }
}
