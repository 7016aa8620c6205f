use std::borrow::Cow;

/// Returns what a reader is told that a speaker is called who is displayed so, in
/// the middle of a line.
pub(crate) fn speaker_words(speaker: &str) -> &str {
    if speaker == "@author" { "the writer" } else { speaker.strip_prefix('~').unwrap_or(speaker) }
}

/// Returns the same at the start of a line.
pub(crate) fn speaker_name(speaker: &str) -> Cow<'_, str> {
    // A name is spelled as it is.
    match speaker_words(speaker) {
        name if name == speaker => name.into(),
        words => capitalized(words).into(),
    }
}

/// Returns words with a capital at their start.
pub(crate) fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
