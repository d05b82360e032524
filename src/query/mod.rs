//! Questions to the atlas: which record was meant, which records pass a filter, what a search finds. No
//! clock, no terminal, no words of its own.

pub mod figures;
pub mod filter;
pub mod latest;
pub mod lexicon;
pub mod resolve;
pub mod search;
pub mod shortlist;
pub mod targets;

/// What must hold of a thing for it to pass: nothing more than what was asked for.
struct Conditions<'a, T>(Vec<Condition<'a, T>>);

type Condition<'a, T> = Box<dyn Fn(&T) -> bool + 'a>;

impl<'a, T: 'a> Conditions<'a, T> {
    /// Adds a condition, where a value was asked for.
    fn add<V: 'a>(&mut self, asked: Option<V>, holds: impl Fn(&V, &T) -> bool + 'a) {
        if let Some(value) = asked {
            self.0.push(Box::new(move |thing| holds(&value, thing)));
        }
    }

    fn hold(&self, thing: &T) -> bool {
        self.0.iter().all(|holds| holds(thing))
    }
}
