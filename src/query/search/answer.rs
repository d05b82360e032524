//! Which figure answers a query that names a thing and what is measured of it: the best current value,
//! the asked year's, a target; and which gap speaks where there is none.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use super::{
    evidence::{Evidence, Findings, Tier, described},
    question::Question,
};
use crate::{
    error::Error,
    model::{About, Figure, Recency, Span, Status, series},
    store::Atlas,
    store::{
        format::Section,
        index::{Field, Target, pieces},
    },
};

/// How many records and metrics are tried together.
const TRIED: usize = 12;
/// From here on, a text names and does not only brush an atom.
const NAMES: u32 = 480;
/// What a figure of the whole of the asked year stands above one of a part of it.
const YEAR: u32 = 50;
/// How far what was not quite asked for stands behind: another record than the area, no target.
const ELSEWHERE: u32 = 150;
/// What two texts together stand below one.
const TOGETHER: u32 = 25;
/// What a metric alone stands below a record that is named as well.
const ALONE: u32 = 5;
/// Two texts that meet an atom so nearly alike say the same.
const SAME: u32 = 60;
/// From here on, what is found answers, and what is only said of a thing is not looked for.
const ANSWERED: u32 = 830;
/// How much better a record must meet what another meets, for that one to be meant.
const BETTER: u32 = 250;

/// A figure or a gap that answers.
#[derive(Debug)]
pub struct Answered {
    /// What it is.
    pub target: Target,
    /// How well, of 1000 and a little.
    pub score: u32,
    /// The field of the text that led to it.
    pub field: Field,
    /// How that text was met.
    pub tier: Tier,
}

/// Finds figures for what the findings name.
pub struct Answers<'s, 'a> {
    atlas: &'s Atlas<'a>,
    question: &'s Question,
    findings: &'s Findings<'s>,
    about: About<'a>,
    shelves: BTreeMap<u32, Vec<Figure<'a>>>,
    found: Vec<Answered>,
}

/// Finds figures and gaps that answer; records are the caller's.
///
/// # Errors
/// Where the data cannot be decoded.
pub fn answers(atlas: &Atlas, question: &Question, findings: &Findings) -> Result<Vec<Answered>, Error> {
    let (about, shelves) = (atlas.about()?, BTreeMap::new());
    let mut answers = Answers { atlas, question, findings, about, shelves, found: Vec::new() };
    answers.measured()?;
    answers.targets()?;
    answers.said()?;
    Ok(answers.found)
}

impl<'a> Answers<'_, 'a> {
    /// The best records or metrics, by what they meet.
    fn best(&self, wanted: fn(Target) -> Option<u32>) -> Vec<(u32, &Evidence)> {
        let mut best: Vec<(u32, &Evidence)> = self
            .findings
            .of
            .iter()
            .filter_map(|(target, evidence)| Some((wanted(*target)?, evidence)))
            .filter(|(_, evidence)| evidence.quality.iter().any(|quality| *quality >= NAMES))
            .collect();
        best.sort_by_cached_key(|(number, evidence)| {
            (Reverse(met(self.question, &[&evidence.quality])), *number)
        });
        best.truncate(TRIED);
        best
    }

    fn records(&self) -> Vec<(u32, &Evidence)> {
        self.best(|target| if let Target::Record(number) = target { Some(number) } else { None })
    }

    fn metrics(&self) -> Vec<(u32, &Evidence)> {
        self.best(|target| if let Target::Metric(number) = target { Some(number) } else { None })
    }

    /// A record and a metric together; a metric alone is asked of the area, else of what has it.
    fn measured(&mut self) -> Result<(), Error> {
        let (records, metrics) = (own(self.records()), own(self.metrics()));
        let area = self.atlas.record_number(&self.about.area)?.and_then(|number| u32::try_from(number).ok());
        for (metric, of_metric) in &metrics {
            let subjects: Vec<u32> = self.atlas.table(Section::Measured)?.get(*metric as usize)?;
            let id = self.atlas.metric_at(*metric as usize)?.id.to_string();
            let mut named = false;
            for (record, of_record) in &records {
                let adds = |a: &[u32], b: &[u32]| {
                    (0..a.len())
                        .any(|n| self.question.atoms[n].weight > 0 && a[n] >= NAMES && a[n] > b[n] + SAME)
                };
                let both = adds(&of_record.quality, &of_metric.quality)
                    && adds(&of_metric.quality, &of_record.quality);
                if !both {
                    continue;
                }
                // What another record is called by is not what this one is meant by.
                let best = |n: usize| records.iter().map(|(_, other)| other.quality[n]).max().unwrap_or(0);
                let meant = (0..of_record.quality.len()).any(|n| {
                    let (own, metric) = (of_record.quality[n], of_metric.quality[n]);
                    self.question.atoms[n].weight > 0
                        && own >= NAMES
                        && own > metric + SAME
                        && own + BETTER > best(n)
                });
                if !meant {
                    continue;
                }
                let score =
                    met(self.question, &[&of_record.quality, &of_metric.quality]).saturating_sub(TOGETHER);
                if subjects.contains(record) {
                    self.figure(*record, &id, score, of_metric)?;
                } else {
                    // It is known, but not that of it.
                    let (field, tier) = (of_record.field, of_record.tier);
                    self.push(Target::Record(*record), score.saturating_sub(2 * ELSEWHERE), field, tier);
                }
                named |= area != Some(*record) && of_record.quality.iter().any(|quality| *quality >= 900);
                self.unknown_year(*record, &id, score, of_metric)?;
            }
            if named || !enough(self.question, self.findings, &of_metric.quality) {
                continue;
            }
            let mut score = met(self.question, &[&of_metric.quality]).saturating_sub(ALONE)
                + if of_metric.whole { 2 * ALONE } else { 0 };
            if let Some(area) = area.filter(|area| subjects.contains(area)) {
                if self.figure(area, &id, score, of_metric)? {
                    continue;
                }
                self.unknown_year(area, &id, score, of_metric)?;
                score = score.saturating_sub(ELSEWHERE);
            }
            let mut others = BinaryHeap::new();
            for record in subjects {
                if let Some((rank, _)) = self.pick(record, &id)? {
                    others.push((rank.0, Reverse(rank.2), record));
                }
            }
            for (place, (_, _, record)) in (0..).zip(others.into_sorted_vec().into_iter().take(3)) {
                self.figure(record, &id, score.saturating_sub(place), of_metric)?;
            }
        }
        Ok(())
    }

    /// Adds the best figure of a record and a metric; says whether there is one.
    fn figure(&mut self, record: u32, metric: &str, score: u32, by: &Evidence) -> Result<bool, Error> {
        let Some((rank, number)) = self.pick(record, metric)? else { return Ok(false) };
        let score = if self.question.target && rank.0 > 0 { score.saturating_sub(ELSEWHERE) } else { score };
        let fit = if self.question.year.is_some() { YEAR * u32::from(rank.1 == 0) } else { 0 };
        self.push(Target::Figure(number), score + fit, by.field, by.tier);
        Ok(true)
    }

    /// Where the asked year has no figure, a gap that concerns the metric and the record.
    fn unknown_year(&mut self, record: u32, metric: &str, score: u32, by: &Evidence) -> Result<(), Error> {
        if self.question.year.is_none() || self.question.target || self.pick(record, metric)?.is_some() {
            return Ok(());
        }
        for number in self.atlas.record_index(record as usize)?.gaps {
            let Some(gap) = self.findings.of.get(&Target::Gap(number)) else { continue };
            let same = (0..gap.quality.len()).any(|n| {
                self.question.atoms[n].weight > 0 && by.quality[n] >= NAMES && gap.quality[n] >= 400
            });
            if same {
                let more = met(self.question, &[&gap.quality]) / 100;
                self.push(Target::Gap(number), score + more, gap.field, gap.tier);
            }
        }
        Ok(())
    }

    /// The figures of a record, decoded once.
    fn shelf(&mut self, record: u32) -> Result<&[Figure<'a>], Error> {
        if !self.shelves.contains_key(&record) {
            self.shelves.insert(record, self.atlas.figures_of(record as usize)?);
        }
        Ok(self.shelves.get(&record).map_or(&[], Vec::as_slice))
    }

    /// The best figure of a record and a metric, with how it ranks: what it is, how it fits the year, when.
    fn pick(&mut self, record: u32, metric: &str) -> Result<Option<(Rank, u32)>, Error> {
        let first = self.atlas.record_index(record as usize)?.first;
        let question = self.question;
        let figures = self.shelf(record)?;
        let ranked = (first..).zip(figures).filter(|(_, figure)| figure.metric == metric);
        let ranked = ranked.filter_map(|(number, figure)| Some((rank(figure, question)?, number)));
        Ok(ranked.min_by_key(|(rank, number)| (rank.0, rank.1, rank.3, Reverse(rank.2), *number)))
    }

    /// Targets, also those that a plan sets for the record.
    fn targets(&mut self) -> Result<(), Error> {
        if !self.question.target {
            return Ok(());
        }
        let (records, metrics) = (own(self.records()), own(self.metrics()));
        let mut ids = Vec::new();
        for (number, evidence) in &records {
            ids.push((*number, self.atlas.record(*number as usize)?.id.to_string(), evidence));
        }
        let area = self.atlas.record_number(&self.about.area)?.unwrap_or_default();
        let mut labels: Vec<(String, &Evidence)> = Vec::new();
        for (number, evidence) in &metrics {
            labels.push((self.atlas.metric_at(*number as usize)?.id.to_string(), evidence));
        }
        let records_in_all = self.atlas.record_count()?;
        for subject in 0..records_in_all {
            let subject = u32::try_from(subject).unwrap_or(u32::MAX);
            let own = self.atlas.record_index(subject as usize)?;
            let named = |id: &str| ids.iter().find(|(_, other, _)| other == id);
            // What the record of the plan itself is called speaks for its targets, too.
            let of_plan = ids.iter().find(|(number, ..)| *number == subject);
            for number in own.first..own.first + own.figures {
                let figure = self.atlas.figure_at(number as usize)?;
                if figure.status != Status::Target {
                    continue;
                }
                let Some(rank) = rank(&figure, self.question) else { continue };
                let aimed = figure.of.as_deref().unwrap_or(&figure.subject).to_owned();
                let mut qualities: Vec<&[u32]> = Vec::new();
                let mut by: Option<&Evidence> = None;
                for (_, _, evidence) in of_plan.into_iter().chain(named(&aimed)) {
                    qualities.push(&evidence.quality);
                    by = Some(evidence);
                }
                let of_metric = labels.iter().find(|(id, _)| *figure.metric == **id);
                if let Some((_, evidence)) = of_metric {
                    qualities.push(&evidence.quality);
                    by = Some(evidence);
                }
                let Some(by) = by else { continue };
                let mut score = met(self.question, &qualities);
                if of_metric.is_none() && !labels.is_empty() {
                    score = score.saturating_sub(30);
                }
                let about_area = self.atlas.record_number(&aimed)? == Some(area);
                score += if about_area { 4 } else { 0 } + if figure.part.is_none() { 3 } else { 0 };
                score += 30 - 8 * u32::from(rank.1.min(2))
                    + if self.about.list_metrics.plans.contains(&figure.metric) { 2 } else { 0 };
                self.push(Target::Figure(number), score, by.field, by.tier);
            }
        }
        Ok(())
    }

    /// Figures of a named record whose unit or sentence has the words that no label has.
    fn said(&mut self) -> Result<(), Error> {
        const UNIT: u32 = 720;
        const SENTENCE: u32 = 520;
        let best = self.found.iter().map(|answer| answer.score).max().unwrap_or(0);
        for (record, evidence) in own(self.records()).into_iter().take(3) {
            let counts = |n: &usize| self.question.atoms[*n].weight > 0 && evidence.quality[*n] < NAMES;
            let open: Vec<usize> = (0..evidence.quality.len()).filter(counts).collect();
            let named = met(self.question, &[&evidence.quality]);
            if open.is_empty() || named == 0 || best >= ANSWERED {
                continue;
            }
            let first = self.atlas.record_index(record as usize)?.first;
            let atlas = self.atlas;
            let question = self.question;
            let mut answers = BinaryHeap::new();
            for (number, figure) in (first..).zip(self.shelf(record)?) {
                let Some(rank) = rank(figure, question) else { continue };
                let mut unit = String::new();
                if let Some(term) = figure.unit.as_deref().map(|unit| atlas.term("unit", unit)).transpose()? {
                    unit = term.map(|term| format!("{} {}", term.label, term.label_zh)).unwrap_or_default();
                }
                let of_unit =
                    described(question, &folded(&format!("{unit} {} {}", figure.label, figure.label_zh)));
                let text = format!("{} {}", figure.statement, figure.statement_zh);
                let of_text = described(question, &folded(&text));
                let mut quality = evidence.quality.clone();
                let mut more = false;
                for n in &open {
                    let said = if of_unit[*n] {
                        UNIT
                    } else if of_text[*n] {
                        SENTENCE
                    } else {
                        0
                    };
                    more |= said > quality[*n];
                    quality[*n] = quality[*n].max(said);
                }
                if more {
                    let score = met(question, &[&quality]);
                    let of_unit = open.iter().any(|n| of_unit[*n]);
                    answers.push((Reverse(score), rank.0, rank.1, Reverse(rank.2), number, of_unit));
                }
            }
            let answers = answers.into_sorted_vec().into_iter().take(2);
            for (place, (Reverse(score), .., number, of_unit)) in (0..).zip(answers) {
                // The newest comes first, also of two that are said alike.
                self.push(Target::Figure(number), score.saturating_sub(place), Field::Statement, Tier::Word);
                // What is only said of a record leads to the record first.
                if !of_unit {
                    self.push(Target::Record(record), score + 1, evidence.field, evidence.tier);
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, target: Target, score: u32, field: Field, tier: Tier) {
        match self.found.iter_mut().find(|answer| answer.target == target) {
            Some(answer) if answer.score >= score => {}
            Some(answer) => *answer = Answered { target, score, field, tier },
            None => self.found.push(Answered { target, score, field, tier }),
        }
    }
}

/// How a figure ranks among others of its metric: what it is, how it fits the asked year, when it holds,
/// whether it is of a part.
type Rank = (u8, u8, Option<Recency>, bool);

/// The rank of a figure; none where it is no answer.
fn rank(figure: &Figure, question: &Question) -> Option<Rank> {
    if figure.is_retired() {
        return None;
    }
    let span = figure.date_text().and_then(Span::parse);
    let fit = match (question.year, span) {
        (None, Some(span)) => {
            u8::from(figure.period.is_some() && span.start.year == span.end.year && !span.is_full_year())
        }
        (None, None) => 1,
        (Some(year), Some(span)) if span.start.year == year && span.end.year == year => {
            u8::from(figure.period.is_some() && !span.is_full_year())
        }
        (Some(year), Some(span)) if span.end.year == year && question.target => 1,
        (Some(_), _) => return None,
    };
    let mut standing = series::status_rank(figure.status);
    if question.target {
        standing = u8::from(figure.status != Status::Target) * 4;
    }
    // A part of a year never stands before a whole one.
    Some((standing, fit, span.map(Span::recency), figure.part.is_some()))
}

fn own(found: Vec<(u32, &Evidence)>) -> Vec<(u32, Evidence)> {
    found.into_iter().map(|(number, evidence)| (number, evidence.clone())).collect()
}

/// A text as [`described`] reads it.
fn folded(text: &str) -> String {
    let mut folded = String::from(" ");
    for piece in pieces(text) {
        folded.push_str(&piece.text);
        folded.push(' ');
    }
    folded
}

/// Whether so much of the query is met that the rest does not matter: half of it where the rest are words
/// that the data knows, more where it is anything.
pub fn enough(question: &Question, findings: &Findings, quality: &[u32]) -> bool {
    let sum = |of: &dyn Fn(usize) -> bool| -> u32 {
        question.atoms.iter().enumerate().filter(|(n, _)| of(*n)).map(|(_, atom)| atom.weight).sum()
    };
    let strange = sum(&|n| quality[n] == 0 && !findings.known[n]);
    let least = if strange == 0 { 45 } else { 70 };
    100 * sum(&|n| quality[n] > 0) >= least * question.weight()
}

/// How much of what counts in a query is met, by the best of some texts for each atom, of 1000.
pub fn met(question: &Question, qualities: &[&[u32]]) -> u32 {
    let best = |n: usize| qualities.iter().map(|quality| quality[n]).max().unwrap_or(0);
    let sum: u32 = question.atoms.iter().enumerate().map(|(n, atom)| atom.weight * best(n)).sum();
    sum / question.weight().max(1)
}
