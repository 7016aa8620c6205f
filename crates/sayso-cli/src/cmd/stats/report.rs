use std::cmp::Reverse;

use serde::Serialize;

use super::summary::{Summary, Voice};

/// The figures as they are written, the greatest first.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) documents: u64,
    pub(super) silent: u64,
    pub(super) bytes: u64,
    pub(super) attributions: u64,
    pub(super) unknown: u64,
    pub(super) kinds: Vec<Count>,
    pub(super) speakers: Vec<Speaker>,
    pub(super) cues: Vec<Count>,
    /// How many attributions are as sure as that, from each tenth to the next.
    pub(super) confidence: [u64; 10],
}

/// How often something is there.
#[derive(Debug, Serialize)]
pub(super) struct Count {
    pub(super) name: String,
    pub(super) attributions: u64,
}

/// How much somebody says.
#[derive(Debug, Serialize)]
pub(super) struct Speaker {
    pub(super) name: String,
    #[serde(flatten)]
    pub(super) voice: Voice,
}

impl From<Summary> for Report {
    fn from(summary: Summary) -> Report {
        let counts = |counts: std::collections::BTreeMap<String, u64>| {
            let mut counts: Vec<Count> = counts
                .into_iter()
                .map(|(name, attributions)| Count { name, attributions })
                .collect();
            counts.sort_by_key(|count| Reverse(count.attributions));
            counts
        };
        let speakers = summary.speakers.into_iter();
        let mut speakers: Vec<Speaker> =
            speakers.map(|(name, voice)| Speaker { name, voice }).collect();
        speakers.sort_by_key(|speaker| Reverse((speaker.voice.attributions, speaker.voice.words)));
        Report {
            documents: summary.documents,
            silent: summary.silent,
            bytes: summary.bytes,
            attributions: summary.attributions,
            unknown: summary.unknown,
            kinds: counts(summary.kinds),
            speakers,
            cues: counts(summary.cues),
            confidence: summary.confidence,
        }
    }
}
