#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_span::{CharOffsets, Span};

fuzz_target!(|text: &str| {
    let offsets = CharOffsets::new(text);
    let mut units = 0;
    for (chars, (byte, c)) in text.char_indices().enumerate() {
        let span = Span::new(byte, byte + c.len_utf8());
        assert_eq!(offsets.to_chars(span), chars..chars + 1);
        assert_eq!(offsets.to_utf16(span), units..units + c.len_utf16());
        assert_eq!(offsets.from_chars(chars..chars + 1), Some(span));
        assert_eq!(offsets.from_utf16(units..units + c.len_utf16()), Some(span));
        units += c.len_utf16();
    }
});
