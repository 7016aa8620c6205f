use std::{fmt, ops::AddAssign, time::Duration};

use serde::{Deserialize, Serialize};

/// What has been done so far.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Tally {
    /// Documents that are written.
    pub(crate) written: u64,
    /// Documents that could not be read.
    pub(crate) failed: u64,
    /// The length of the texts, in bytes.
    pub(crate) bytes: u64,
    /// What has been found in them.
    pub(crate) found: u64,
    /// Who speaks in them: everybody once for every document.
    pub(crate) speakers: u64,
    /// How long it took.
    pub(crate) time: Duration,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.written += other.written;
        self.failed += other.failed;
        self.bytes += other.bytes;
        self.found += other.found;
        self.speakers += other.speakers;
        self.time += other.time;
    }
}

impl Tally {
    /// Returns what is said at the end of a run that has found `layer`.
    pub(crate) fn summary(&self, layer: &str) -> String {
        let megabytes = self.bytes as f64 / 1e6;
        let seconds = self.time.as_secs_f64();
        let documents = self.written + self.failed;
        let mut summary = format!(
            "{} document{}, {} failed; {megabytes:.1} MB in {}, {:.1} MB/s; {} {layer}",
            Thousands(documents),
            if documents == 1 { "" } else { "s" },
            Thousands(self.failed),
            Clock(seconds),
            megabytes / seconds.max(1e-3),
            Thousands(self.found),
        );
        if self.speakers > 0 {
            summary += &format!(", {} speakers", Thousands(self.speakers));
        }
        summary
    }
}

/// A number with commas.
struct Thousands(u64);

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1000 {
            return write!(f, "{}", self.0);
        }
        write!(f, "{},{:03}", Thousands(self.0 / 1000), self.0 % 1000)
    }
}

/// A time in seconds, in hours, minutes or seconds.
struct Clock(f64);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 as u64;
        match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
            (0, 0, _) => write!(f, "{:.1} s", self.0),
            (0, minutes, seconds) => write!(f, "{minutes} min {seconds} s"),
            (hours, minutes, _) => write!(f, "{hours} h {minutes} min"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Tally;

    #[test]
    fn a_summary() {
        let mut tally = Tally { written: 1, bytes: 2_000_000, ..Tally::default() };
        tally.time = Duration::from_millis(500);
        assert_eq!(
            tally.summary("tokens"),
            "1 document, 0 failed; 2.0 MB in 0.5 s, 4.0 MB/s; 0 tokens"
        );
        tally += Tally { written: 1_002_003, failed: 1, found: 1000, speakers: 9, ..tally };
        tally.time = Duration::from_secs(3725);
        assert_eq!(
            tally.summary("attributions"),
            "1,002,005 documents, 1 failed; 4.0 MB in 1 h 2 min, 0.0 MB/s; 1,000 attributions, 9 speakers"
        );
    }
}
