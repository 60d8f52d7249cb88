//! The real program on real workbooks, and its PDFs read back.

mod support;
