use std::{num::NonZero, str::FromStr};

/// One of the parts of a corpus: every n-th document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Shard {
    /// From 0.
    index: u64,
    count: NonZero<u64>,
}

impl Shard {
    /// Whether the document with this number, from 0, belongs to it.
    pub(crate) fn has(self, number: u64) -> bool {
        number % self.count == self.index
    }
}

impl FromStr for Shard {
    type Err = &'static str;

    fn from_str(shard: &str) -> Result<Shard, &'static str> {
        let parse = |(index, count): (&str, &str)| {
            let (index, count): (u64, NonZero<u64>) = (index.parse().ok()?, count.parse().ok()?);
            (1..=count.get()).contains(&index).then(|| Shard { index: index - 1, count })
        };
        shard.split_once('/').and_then(parse).ok_or("a part of 4 is 1/4, 2/4, 3/4 or 4/4")
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn every_document_is_in_one() {
        let shards = ["1/3", "2/3", "3/3"].map(|shard| shard.parse::<Shard>().expect("a shard"));
        for number in 0..10 {
            assert_eq!(shards.iter().filter(|shard| shard.has(number)).count(), 1);
        }
        assert!(shards[0].has(0) && shards[2].has(5));
    }

    #[test]
    fn no_shards() {
        for shard in ["", "1", "0/2", "3/2", "1/0", "a/b", "-1/2", "1/2/3"] {
            assert!(shard.parse::<Shard>().is_err(), "{shard}");
        }
    }
}
