//! A query in atoms: what of it carries meaning, which year it asks for, and whether it asks for a
//! target. Question words fall away here, in both languages; nothing is looked up.

use crate::store::index::{is_stop_word, pieces};

/// A word of letters and digits, or one Chinese character.
#[derive(Clone, Debug)]
pub struct Atom {
    /// The text, folded.
    pub text: String,
    /// Whether it is a Chinese character.
    pub han: bool,
    /// Whether the atom before it stands directly before it in one Chinese passage.
    pub joined: bool,
    /// How much it counts: nothing for question words, years and words that ask for a target.
    pub weight: u32,
}

/// A query, read.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its atoms, in their order.
    pub atoms: Vec<Atom>,
    /// The year that it asks for.
    pub year: Option<u16>,
    /// Whether it asks for a target.
    pub target: bool,
}

/// Words that ask and do not name.
const QUESTION: &[&str] = &[
    "about",
    "am",
    "are",
    "be",
    "been",
    "being",
    "can",
    "could",
    "current",
    "currently",
    "did",
    "do",
    "does",
    "find",
    "get",
    "give",
    "details",
    "figure",
    "figures",
    "had",
    "info",
    "information",
    "level",
    "levels",
    "number",
    "statistics",
    "handle",
    "handled",
    "has",
    "have",
    "how",
    "i",
    "if",
    "is",
    "it",
    "its",
    "latest",
    "list",
    "many",
    "me",
    "much",
    "my",
    "now",
    "our",
    "please",
    "show",
    "some",
    "tell",
    "that",
    "their",
    "there",
    "these",
    "they",
    "this",
    "today",
    "us",
    "was",
    "we",
    "were",
    "what",
    "whats",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "whose",
    "will",
    "would",
    "you",
    "your",
];

/// The same in Chinese, the longest first.
const QUESTION_ZH: &[&str] = &[
    "什么时候",
    "是什么时候",
    "请问一下",
    "由谁来",
    "多少年",
    "哪一年",
    "有没有",
    "是不是",
    "是什么",
    "请问",
    "何时",
    "哪年",
    "哪些",
    "哪个",
    "哪里",
    "哪儿",
    "多少",
    "什么",
    "怎么",
    "怎样",
    "如何",
    "几个",
    "几家",
    "几条",
    "一共",
    "总共",
    "目前",
    "现在",
    "最新",
    "关于",
    "查询",
    "由谁",
    "是谁",
    "找谁",
    "是否",
    "是的",
    "为何",
    "为什么",
    "的",
    "是",
    "有",
    "在",
    "了",
    "吗",
    "呢",
    "吧",
    "啊",
    "谁",
    "几",
    "家",
    "个",
    "和",
    "与",
    "及",
    "到",
    "被",
    "于",
];

/// Words that ask for a target.
const TARGET: &[&str] =
    &["target", "targets", "targeted", "goal", "goals", "objective", "objectives", "aims", "planned"];

/// The same in Chinese.
const TARGET_ZH: &[&str] = &["目标值", "目标", "规划值", "预期目标"];

/// Weight of a word of several letter_mask.
const WORD: u32 = 20;
/// Weight of a single letter or Chinese character.
const LETTER: u32 = 10;

impl Question {
    /// Reads a query.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let mut atoms: Vec<Atom> = Vec::new();
        for piece in pieces(query) {
            if piece.han {
                for (n, c) in piece.text.chars().enumerate() {
                    atoms.push(Atom { text: c.into(), han: true, joined: n > 0, weight: LETTER });
                }
            } else {
                let weight = if piece.text.chars().count() > 1 { WORD } else { LETTER };
                atoms.push(Atom { text: piece.text, han: false, joined: false, weight });
            }
        }
        let mut question = Self { atoms, year: None, target: false };
        question.drop_question_words();
        question.find_target();
        question.find_year();
        question
    }

    /// What all atoms together count.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.atoms.iter().map(|atom| atom.weight).sum()
    }

    /// A stretch of the query, joined.
    #[must_use]
    pub fn joined(&self, from: usize, to: usize) -> String {
        self.atoms[from..to].iter().map(|atom| atom.text.as_str()).collect()
    }

    /// Lets some atoms count after all.
    pub fn weigh(&mut self, atoms: std::ops::Range<usize>) {
        for atom in &mut self.atoms[atoms] {
            atom.weight = LETTER;
        }
    }

    /// Drops question words; a query of nothing else keeps them.
    fn drop_question_words(&mut self) {
        let mut kept = self.atoms.clone();
        for atom in &mut kept {
            if !atom.han && (QUESTION.contains(&&*atom.text) || is_stop_word(&atom.text)) {
                atom.weight = 0;
            }
        }
        drop_passages(&mut kept, QUESTION_ZH);
        if kept.iter().any(|atom| atom.weight > 0) {
            self.atoms = kept;
        }
    }

    /// Words that ask for a target count nothing beside what the target is of.
    fn find_target(&mut self) {
        let mut kept = self.atoms.clone();
        for atom in kept.iter_mut().filter(|atom| TARGET.contains(&&*atom.text)) {
            atom.weight = 0;
            self.target = true;
        }
        self.target |= drop_passages(&mut kept, TARGET_ZH);
        if kept.iter().any(|atom| atom.weight > 0) {
            self.atoms = kept;
        }
    }

    /// A year beside other words is the year asked for.
    fn find_year(&mut self) {
        let year = |atom: &Atom| {
            let digits = atom.text.len() == 4 && atom.text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| atom.text.parse::<u16>().ok()).flatten().filter(|y| (1949..=2100).contains(y))
        };
        let Some(at) = self.atoms.iter().rposition(|atom| year(atom).is_some()) else { return };
        let of_year = |n: usize, atom: &Atom| n == at || n == at + 1 && atom.text == "年";
        if self.atoms.iter().enumerate().all(|(n, atom)| of_year(n, atom) || atom.weight == 0) {
            return;
        }
        self.year = year(&self.atoms[at]);
        self.atoms[at].weight = 0;
        if let Some(next) = self.atoms.get_mut(at + 1).filter(|next| next.text == "年") {
            next.weight = 0;
        }
    }
}

/// Takes the weight from the passages that are one of these texts; says whether there was one.
fn drop_passages(atoms: &mut [Atom], texts: &[&str]) -> bool {
    let mut dropped = false;
    let mut at = 0;
    while at < atoms.len() {
        let longest =
            texts.iter().filter(|text| stands_at(&atoms[at..], text)).map(|t| t.chars().count()).max();
        for atom in atoms.iter_mut().skip(at).take(longest.unwrap_or(0)) {
            atom.weight = 0;
            dropped = true;
        }
        at += longest.unwrap_or(1);
    }
    dropped
}

fn stands_at(atoms: &[Atom], text: &str) -> bool {
    let mut atoms = atoms.iter();
    text.chars().all(|c| atoms.next().is_some_and(|atom| atom.han && atom.text.starts_with(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(query: &str) -> String {
        let question = Question::new(query);
        let texts: Vec<_> =
            question.atoms.iter().filter(|atom| atom.weight > 0).map(|atom| &*atom.text).collect();
        texts.join(" ")
    }

    #[test]
    fn question_words_fall_away_in_both_languages() {
        assert_eq!(content("when did guoyuan open?"), "guoyuan open");
        assert_eq!(content("果园港什么时候开港"), "果 园 港 开 港");
        assert_eq!(content("IT"), "it", "a query of nothing else keeps them");
    }

    #[test]
    fn a_year_is_asked_for_only_beside_something() {
        assert_eq!(Question::new("gdp 2021").year, Some(2021));
        assert_eq!(Question::new("江北机场2021年旅客").year, Some(2021));
        assert_eq!(Question::new("fortune 500").year, None);
        assert_eq!(Question::new("2035").year, None);
    }

    #[test]
    fn target_words_ask_for_targets() {
        assert!(Question::new("gdp target 2025").target);
        assert!(Question::new("人口目标 2020").target);
        assert!(!Question::new("gdp 2025").target);
    }
}
