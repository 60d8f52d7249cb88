//! Bytes → configuration: every mistake has a place that exists, and words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use perjakin::project::Config;

fuzz_target!(|data: &[u8]| {
    let Err(mistakes) = Config::from_bytes(data) else { return };
    assert!(!mistakes.is_empty());
    let lines = String::from_utf8_lossy(data).lines().count() + 1;
    for mistake in mistakes {
        assert!(!mistake.message.is_empty() && !mistake.hint.is_empty());
        assert!(mistake.at.is_none_or(|(line, column)| (1..=lines).contains(&line) && column > 0), "{mistake}");
        assert!(!mistake.to_string().contains(|c: char| c.is_control() && c != '\n'), "{mistake:?}");
    }
});
