//! News-like text of any size, made from the project's own example article.

/// The example article of the repository.
pub const ARTICLE: &str = include_str!("../../../examples/article.txt");

/// Returns at least `bytes` of news: paragraphs of the example article, in an
/// order that `seed` decides, with a paragraph break after each.
///
/// The same arguments give the same text on every machine.
///
/// # Example
///
/// ```
/// let text = sayso_test::news::text(5_000, 1);
/// assert!(text.len() >= 5_000 && text.len() < 7_000);
/// ```
pub fn text(bytes: usize, seed: u64) -> String {
    let paragraphs: Vec<&str> = ARTICLE.split("\n\n").map(str::trim).collect();
    let mut random = Random::new(seed);
    let mut text = String::with_capacity(bytes + 1000);
    while text.len() < bytes {
        text.push_str(paragraphs[random.below(paragraphs.len())]);
        text.push_str("\n\n");
    }
    text
}

/// A small random generator (xorshift64*, Vigna 2016): the tests need the same
/// sequence everywhere, not a good one.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts the sequence that `seed` stands for.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number from 0 to `limit`, which is not reached.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.number() % limit as u64) as usize
    }
}
