use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    cmd::said::{Said, words},
    format::Offsets,
};

/// What is said in documents, in figures that can be added up.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Summary {
    pub(super) documents: u64,
    /// Documents in which nobody says anything.
    pub(super) silent: u64,
    /// The length of the texts.
    pub(super) bytes: u64,
    pub(super) attributions: u64,
    /// Attributions whose speaker is not known.
    pub(super) unknown: u64,
    pub(super) kinds: BTreeMap<String, u64>,
    pub(super) speakers: BTreeMap<String, Voice>,
    /// In lower case.
    pub(super) cues: BTreeMap<String, u64>,
    /// By tenths.
    pub(super) confidence: [u64; 10],
}

/// How much somebody says.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Voice {
    /// Documents in which they speak.
    pub(super) documents: u64,
    pub(super) attributions: u64,
    pub(super) direct: u64,
    pub(super) mixed: u64,
    pub(super) indirect: u64,
    /// What they say, in words that are set off by white space.
    pub(super) words: u64,
}

impl Summary {
    /// Sums up what is said in a text.
    pub(super) fn of(text: &str, offsets: &Offsets<'_>, all: &[Said]) -> Summary {
        let mut summary = Summary {
            documents: 1,
            silent: u64::from(all.is_empty()),
            bytes: text.len() as u64,
            attributions: all.len() as u64,
            ..Summary::default()
        };
        for said in all {
            let kind = said.kind.as_deref().unwrap_or("unknown");
            *summary.kinds.entry(kind.into()).or_default() += 1;
            let cue = words(text, offsets, &said.cue).to_lowercase();
            let cue: Vec<&str> = cue.split_whitespace().collect();
            // A comma or a colon counts as a part of a cue for some.
            let cue = cue.join(" ");
            let cue = if cue.len() > 1 { cue.trim_end_matches([',', ':']) } else { &cue };
            if !cue.is_empty() {
                *summary.cues.entry(cue.into()).or_default() += 1;
            }
            if let Some(confidence) = said.confidence {
                let tenth = (confidence * 10.0).clamp(0.0, 9.0) as usize;
                summary.confidence[tenth] += 1;
            }
            summary.unknown += u64::from(said.speakers.is_empty());
            let content = words(text, offsets, &said.content);
            let voice = Voice {
                documents: 0,
                attributions: 1,
                direct: u64::from(kind == "direct"),
                mixed: u64::from(kind == "mixed"),
                indirect: u64::from(kind == "indirect"),
                words: content.split_whitespace().count() as u64,
            };
            for speaker in &said.speakers {
                let known = summary.speakers.entry(speaker.clone()).or_default();
                known.add(voice);
                known.documents = 1;
            }
        }
        summary
    }

    /// Adds those of other documents.
    pub(super) fn add(&mut self, other: Summary) {
        self.documents += other.documents;
        self.silent += other.silent;
        self.bytes += other.bytes;
        self.attributions += other.attributions;
        self.unknown += other.unknown;
        for (kind, count) in other.kinds {
            *self.kinds.entry(kind).or_default() += count;
        }
        for (cue, count) in other.cues {
            *self.cues.entry(cue).or_default() += count;
        }
        for (speaker, voice) in other.speakers {
            self.speakers.entry(speaker).or_default().add(voice);
        }
        for (sum, count) in self.confidence.iter_mut().zip(other.confidence) {
            *sum += count;
        }
    }
}

impl Voice {
    fn add(&mut self, other: Voice) {
        self.documents += other.documents;
        self.attributions += other.attributions;
        self.direct += other.direct;
        self.mixed += other.mixed;
        self.indirect += other.indirect;
        self.words += other.words;
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;
    use crate::{args::Unit, cmd::said::Said, format::Offsets};

    #[test]
    fn sums() {
        let text = "Ann Said, no way. Bob: yes";
        let offsets = Offsets::new(text, Unit::Chars);
        let ann = Said {
            cue: vec![[4, 9]],
            content: vec![[10, 16]],
            kind: Some("indirect".into()),
            speakers: vec!["Ann".into()],
            confidence: Some(1.0),
            ..Said::default()
        };
        let bob = Said { cue: vec![[21, 22]], content: vec![[23, 26]], ..Said::default() };
        let mut sum = Summary::of(text, &offsets, &[ann.clone(), ann, bob]);
        assert_eq!((sum.attributions, sum.unknown, sum.silent), (3, 1, 0));
        assert_eq!((sum.cues["said"], sum.cues[":"]), (2, 1));
        assert_eq!((sum.kinds["indirect"], sum.kinds["unknown"], sum.confidence[9]), (2, 1, 2));
        let ann = sum.speakers["Ann"];
        assert_eq!((ann.documents, ann.attributions, ann.indirect, ann.words), (1, 2, 2, 4));
        sum.add(sum.clone());
        sum.add(Summary::of("", &Offsets::new("", Unit::Chars), &[]));
        assert_eq!((sum.documents, sum.silent, sum.attributions), (3, 1, 6));
        assert_eq!((sum.speakers["Ann"].documents, sum.speakers["Ann"].words), (2, 8));
    }
}
