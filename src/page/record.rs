//! The page of a record, top-down: names, category and status, summary; figures by theme, a series as
//! its newest value; targets apart; disputes, links, gaps; numbered references at the foot.

use std::cmp::Reverse;

use super::{
    Page, Words, outcome,
    words::{is_date, is_said, mark},
};
use crate::{
    error::Error,
    lang::{self, Label, Lang},
    model::{Figure, Kind, Span, Status, series::SOME_PART},
    render::{Block, Column, Grid, Tone},
    view::Shown,
};

/// Figures older than this, against the date of the data, say their year first.
const OLD_YEARS: u16 = 5;

pub fn records(rows: &[Shown], words: &Words) -> Result<Page, Error> {
    let mut blocks = Vec::new();
    for (n, shown) in rows.iter().enumerate() {
        if n > 0 {
            blocks.push(Block::Blank);
        }
        RecordPage { shown, words, old: old_before(words)?, cited: Vec::new() }.draw(&mut blocks)?;
    }
    Ok(Page::of(blocks))
}

fn old_before(words: &Words) -> Result<Option<Span>, Error> {
    let date = words.atlas.about()?.date();
    Ok(Span::parse_date(&date).map(|span| Span { end: span.end.years_before(OLD_YEARS), ..span }))
}

struct RecordPage<'p, 'a> {
    shown: &'p Shown<'a>,
    words: &'p Words,
    old: Option<Span>,
    cited: Vec<usize>,
}

impl RecordPage<'_, '_> {
    fn draw(mut self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        self.head(blocks)?;
        let groups = self.groups()?;
        // The vocabulary has the themes in the order in which a page shows them.
        let mut themes: Vec<usize> = groups.iter().map(|group| group.theme).collect();
        themes.sort_unstable();
        themes.dedup();
        for theme in themes {
            let of_theme = groups.iter().filter(|group| group.theme == theme && !group.aims);
            let term = self.words.atlas.term_at(theme)?;
            self.section(blocks, self.words.lang.pick(&term.label, &term.label_zh), of_theme)?;
        }
        let aims = self.words.label(Label::Aims);
        self.section(blocks, aims, groups.iter().filter(|group| group.aims))?;
        if self.shown.record.kind == Kind::Plan {
            let figures = self.words.atlas.figures_of(self.shown.number)?;
            blocks.extend(outcome::of_plan(figures.iter(), self.words)?);
        }
        self.disputes(blocks);
        self.links(blocks)?;
        self.gaps(blocks);
        self.references(blocks)
    }

    fn head(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        let (record, words) = (&self.shown.record, self.words);
        let other = match words.lang {
            Lang::En => record.name_zh.as_deref().unwrap_or_default(),
            Lang::Zh => &record.name,
        };
        let name = words.name(record);
        let title =
            if other.is_empty() || other == name { name.to_owned() } else { format!("{name}  {other}") };
        blocks.push(Block::Title(title));
        let mut facts = vec![words.term("category", &record.category)?];
        let status = words.status(record)?;
        if !status.is_empty() {
            let as_of =
                record.status_as_of.as_deref().map(|date| words.lang.bracket(&lang::date(date, words.lang)));
            facts.push(format!("{status}{}", as_of.unwrap_or_default()));
        }
        for country in &record.country {
            facts.push(words.term("country", country)?);
        }
        if let Some(parent) = &record.parent {
            facts.push(match words.lang {
                Lang::En => format!("part of {} ({parent})", words.name_of(parent)?),
                Lang::Zh => format!("属{}（{parent}）", words.name_of(parent)?),
            });
        }
        blocks.push(Block::Faint(format!("{} · {}", record.id, facts.join(" · "))));
        for group in &record.groups {
            let (tier, scheme) = (words.term("tier", &group.tier)?, words.term("scheme", &group.scheme)?);
            blocks.push(Block::Faint(format!("{tier}{}{scheme}", words.lang.colon())));
        }
        blocks.push(Block::Blank);
        blocks.push(Block::Text(words.lang.pick(&record.summary, &record.summary_zh).to_owned()));
        Ok(())
    }

    /// The figures in series, each under its theme; the series of one metric stand newest first.
    fn groups(&self) -> Result<Vec<Group>, Error> {
        let atlas = &self.words.atlas;
        let mut groups = Vec::new();
        for run in atlas.runs_of(self.shown.number)? {
            let newest =
                run.newest.iter().map(|n| atlas.figure_at(*n as usize)).collect::<Result<Vec<_>, _>>()?;
            let Some(figure) = newest.first() else { continue };
            groups.push(Group {
                place: run.first,
                theme: run.theme as usize,
                aims: matches!(figure.status, Status::Target | Status::Estimate),
                said: run.repeats || figure.part.as_deref() == Some(SOME_PART),
                since: run.since,
                count: run.figures as usize,
                newest,
            });
        }
        let newness = |group: &Group| group.newest.first().and_then(Figure::span).map(Span::newness);
        groups.chunk_by_mut(|a: &Group, b: &Group| a.metric() == b.metric()).for_each(|own| {
            own.sort_by_cached_key(|group| (Reverse(newness(group)), group.place));
        });
        Ok(groups)
    }

    fn section<'g>(
        &mut self,
        blocks: &mut Vec<Block>,
        heading: &str,
        groups: impl Iterator<Item = &'g Group>,
    ) -> Result<(), Error> {
        let mut grid = Grid::plain(vec![
            Column::new(""),
            Column::new("").tone(Tone::Faint).whole(),
            Column::new("").tone(Tone::Strong),
            Column::new("").gives(),
            Column::new("").tone(Tone::Faint).whole(),
        ]);
        let mut said = Vec::new();
        let mut label = String::new();
        for group in groups {
            for figure in &group.newest {
                let cite = self.cite(figure);
                if group.said || is_said(figure) {
                    said.push(Block::Item(self.sentence(figure, &cite)?));
                    continue;
                }
                let own = self.words.metric(figure);
                let shown = if own == label { String::new() } else { own.to_owned() };
                own.clone_into(&mut label);
                let when = if is_date(figure) { String::new() } else { self.words.when(figure) };
                grid.row([shown, when, self.words.value(figure)?, self.beside(figure, group)?, cite]);
            }
        }
        if grid.rows.is_empty() && said.is_empty() {
            return Ok(());
        }
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Grid(grid));
        blocks.append(&mut said);
        Ok(())
    }

    /// A figure that is said by its sentence, with its date; an old one says its year first. The sentence
    /// of a date says when by itself.
    fn sentence(&self, figure: &Figure, cite: &str) -> Result<String, Error> {
        let (words, statement) = (self.words, self.words.statement(figure));
        let old = figure.span().zip(self.old).filter(|(span, old)| span.end < old.end);
        let year = old.map(|(span, _)| span.end.year.to_string()).filter(|_| !is_date(figure));
        let mut beside = Vec::new();
        if !is_date(figure) && figure.when() != year.as_deref() {
            beside.push(words.when(figure));
        }
        beside.extend(words.claim(figure)?);
        if self.is_disputed(figure) {
            beside.push(words.label(Label::Disputed).to_owned());
        }
        let year = year.map_or_else(String::new, |year| lang::date(&year, words.lang) + words.lang.colon());
        let beside = match &beside[..] {
            [] => String::new(),
            beside => words.lang.bracket(&beside.join(words.lang.comma())),
        };
        Ok([&*year, statement, &beside, words.lang.pick(" ", ""), cite].concat())
    }

    /// What stands beside a value: claim, scope, part, the span of the series, a dispute.
    fn beside(&self, figure: &Figure, group: &Group) -> Result<String, Error> {
        let words = self.words;
        let mut beside = words.circumstances(figure)?;
        if let (Some(since), count @ 2..) = (group.since, group.count) {
            beside.push(match words.lang {
                Lang::En => format!("{count} values since {since}"),
                Lang::Zh => format!("{since}年以来共{count}个数值"),
            });
        }
        if self.is_disputed(figure) {
            beside.push(words.label(Label::Disputed).to_owned());
        }
        Ok(beside.join(words.lang.comma()))
    }

    fn is_disputed(&self, figure: &Figure) -> bool {
        self.shown.beside.disputes.iter().any(|dispute| dispute.figures.contains(&figure.id))
    }

    fn cite(&mut self, figure: &Figure) -> String {
        let number = self.number(&figure.source);
        if !self.cited.contains(&number) {
            self.cited.push(number);
        }
        mark(number, figure.strength)
    }

    fn number(&self, source: &str) -> usize {
        let at = self.shown.beside.references.iter().find(|reference| reference.source.is(source));
        at.map_or(0, |reference| reference.number)
    }

    fn disputes(&self, blocks: &mut Vec<Block>) {
        if self.shown.beside.disputes.is_empty() {
            return;
        }
        let lang = self.words.lang;
        blocks.push(Block::Heading(self.words.label(Label::Disagree).to_owned()));
        for dispute in &self.shown.beside.disputes {
            let text = lang.pick(&dispute.text, &dispute.text_zh);
            let stop = if text.ends_with(['.', '。']) { "" } else { lang.pick(".", "。") };
            let note = lang.pick(&dispute.note, &dispute.note_zh);
            blocks.push(Block::Item(format!("{text}{stop}{}{note}", lang.pick(" ", ""))));
        }
    }

    fn links(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        let mut grid = Grid::plain(vec![Column::new(""), Column::new("")]);
        for kind in Kind::ALL {
            let mut names = Vec::new();
            for id in self.shown.record.links.of(kind) {
                let name = self.words.name_of(id)?;
                names.push(name + &self.words.lang.bracket(id));
            }
            if !names.is_empty() {
                let kind = self.words.term("kind", kind.name())?;
                grid.row([kind, names.join(self.words.lang.enumerate())]);
            }
        }
        if !grid.rows.is_empty() {
            blocks.push(Block::Heading(self.words.label(Label::Links).to_owned()));
            blocks.push(Block::Grid(grid));
        }
        Ok(())
    }

    fn gaps(&self, blocks: &mut Vec<Block>) {
        if self.shown.beside.gaps.is_empty() {
            return;
        }
        blocks.push(Block::Heading(self.words.label(Label::NotKnown).to_owned()));
        for gap in &self.shown.beside.gaps {
            blocks.push(Block::Item(self.words.lang.pick(&gap.text, &gap.text_zh).to_owned()));
        }
    }

    fn references(&self, blocks: &mut Vec<Block>) -> Result<(), Error> {
        blocks.push(Block::Heading(self.words.label(Label::References).to_owned()));
        for reference in &self.shown.beside.references {
            if self.cited.contains(&reference.number) || self.cited.is_empty() {
                let source = self.words.source(&reference.source.read()?)?;
                blocks.push(Block::Reference(reference.number, source));
            }
        }
        let more = self.shown.beside.references.len() - self.cited.len();
        if more > 0 && !self.cited.is_empty() {
            let id = &self.shown.record.id;
            blocks.push(Block::Faint(match self.words.lang {
                Lang::En => format!(
                    "{more} more for older values and the record itself: liangjiang show {id} --fields references --json"
                ),
                Lang::Zh => format!("另有{more}个来源支持较早数值及记录本身：liangjiang show {id} --fields references --json"),
            }));
        }
        Ok(())
    }
}

/// A series as the page shows it.
struct Group {
    /// Its place among the series of the record.
    place: u32,
    theme: usize,
    aims: bool,
    /// Whether each figure is shown by its sentence, because its value alone does not say what it is of.
    said: bool,
    since: Option<u16>,
    count: usize,
    newest: Vec<Figure<'static>>,
}

impl Group {
    fn metric(&self) -> Option<&str> {
        self.newest.first().map(|figure| &*figure.metric)
    }
}
