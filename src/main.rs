//! The program `perjakin`.

fn main() {}
