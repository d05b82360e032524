//! `shortlist`: parks for an industry and some must-haves: what is shown of each, what is not held, and
//! whom to ask. The rule is that of `query::shortlist`.

use std::collections::BTreeSet;

use clap::{ArgMatches, Args, FromArgMatches};

use super::{Answer, Contract, Entry, Printer, Row, Shape, with_output};
use crate::{
    cli::quantity,
    error::Error,
    lang::{Label, phrase},
    model::{Figure, Kind, Number, Strength, Text, series::SOME_PART},
    page::{Citations, Labels, Page, shown_as_statement},
    query::{
        resolve,
        shortlist::{self, Candidate, Criteria, Reason, Says, Verdict},
    },
    render::{Block, Column, Grid, Tone},
    store,
};

pub const SHORTLIST: Entry = Entry {
    name: "shortlist",
    about: "Parks for an industry: in, unknown or out, each reason with its source",
    examples: &[
        "liangjiang shortlist semiconductors --need bonded-zone",
        "liangjiang shortlist auto-parts --need river-port --need rail --explain",
        "liangjiang shortlist 机器人 --need cooperation:japan --lang zh",
        "liangjiang shortlist logistics --min-area 1 --among yufu,smart-logistics-park --json",
    ],
    options: with_output::<ShortlistArgs>,
    run,
    contract: Some(Contract { row: "Candidate", shape: Shape::List }),
    show: None,
};

#[derive(Args, Debug)]
struct ShortlistArgs {
    /// Industry: id, name in English or Chinese, alias or everyday word
    #[arg(value_name = "INDUSTRY", required = true)]
    industry: Vec<String>,
    /// What the park must have: river-port, rail, cooperation:japan ...
    #[arg(long, value_name = "NEED", value_delimiter = ',')]
    need: Vec<String>,
    /// The least area of the park, in km2
    #[arg(long, value_name = "KM2", value_parser = quantity, allow_negative_numbers = true)]
    min_area: Option<f64>,
    /// Only these parks
    #[arg(long, value_name = "PARK", value_delimiter = ',')]
    among: Vec<String>,
    /// Every source, and the parks of which nothing is held
    #[arg(long)]
    all: bool,
    /// The rule of the order, and what it counts of each park
    #[arg(long)]
    explain: bool,
}

fn run(_: &str, matches: &ArgMatches, printer: &mut Printer) -> Result<(), Error> {
    let args = ShortlistArgs::from_arg_matches(matches)?;
    let atlas = printer.atlas;
    let (industry, matching) = (args.industry.join(" "), printer.matching());
    let (criteria, note) = Criteria::new(&atlas, &industry, &args.need, args.min_area, matching)?;
    let among = resolve::records(&atlas, &args.among, Some(Kind::Park), matching)?;
    let mut parks: Vec<usize> = among.records.iter().map(|(number, _)| *number).collect();
    if args.among.is_empty() {
        parks.extend(atlas.numbers_of(Kind::Park)?);
    }
    let rows = shortlist::candidates(&atlas, &criteria, parks)?;
    let notes = note.into_iter().chain(among.notes).collect();
    printer.print(Answer { missing: among.missing, notes, ..Answer::list(rows) }, &|rows, labels| {
        let (citations, blocks) = Default::default();
        Sheet { args: &args, criteria: &criteria, labels, citations, blocks }.draw(rows)
    })
}

impl Row for Candidate<'_> {}

/// How many sources of a reason are cited where not all are asked for: a link between two records rests on all
/// that both are known from.
const SOURCES: usize = 3;

/// The page.
struct Sheet<'s, 'a> {
    args: &'s ShortlistArgs,
    criteria: &'s Criteria<'a>,
    labels: &'s Labels<'a>,
    citations: Citations<'a>,
    blocks: Vec<Block>,
}

/// What the data says of a park, as a heading.
fn verdict(verdict: Verdict) -> Label {
    match verdict {
        Verdict::In => Label::In,
        Verdict::Unknown => Label::Unknown,
        Verdict::Out => Label::Out,
        Verdict::NothingHeld => Label::NothingHeld,
    }
}

impl<'a> Sheet<'_, 'a> {
    fn draw(mut self, rows: &[Candidate<'a>]) -> Result<Page, Error> {
        let (labels, lang) = (self.labels, self.labels.lang);
        let industry = self.criteria.industries.iter().take(1);
        let mut musts: Vec<String> = industry.map(|industry| labels.name(industry)).collect();
        for need in &self.criteria.needs {
            musts.push(self.topic(&need.id)?);
        }
        if let Some(least) = self.criteria.min_area {
            musts.push(phrase::at_least(labels.quantity(Number(least), Some("km2"))?, lang));
        }
        self.blocks.push(Block::Title(musts.join(lang.comma())));
        let counts = Verdict::ALL.iter().map(|of| {
            let count = rows.iter().filter(|row| row.verdict == *of).count();
            phrase::parks_of(labels.label(verdict(*of)).to_lowercase(), count, lang)
        });
        self.blocks.push(Block::Text(counts.collect::<Vec<_>>().join(lang.comma())));
        let (held, not_held): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.verdict != Verdict::NothingHeld);
        for row in &held {
            self.park(row)?;
        }
        if !not_held.is_empty() {
            let all = self.args.all || !self.args.among.is_empty();
            let ids = not_held.iter().map(|row| &row.id);
            let ids = if all { lang.list(ids) } else { "--all".to_owned() };
            let text = lang.labelled(&phrase::no_link(not_held.len(), lang), &ids);
            self.blocks.extend([labels.heading(Label::NothingHeld), Block::Text(text)]);
        }
        self.wider(&held)?;
        self.questions(&held)?;
        if self.args.explain {
            let rule = Block::Text(labels.label(Label::RuleOfOrder).to_owned());
            self.blocks.extend([labels.heading(Label::Order), rule]);
            let musts = self.criteria.must_haves().count();
            for row in &held {
                let rank = phrase::ranked_by(row.rank.met, musts, row.rank.current, row.rank.shown, lang);
                self.blocks.push(Block::Item(lang.labelled(&row.id, &rank)));
            }
        }
        let marks = Block::Faint(labels.label(Label::MarksOfReasons).to_owned());
        self.blocks.extend([Block::Blank, marks]);
        self.blocks.extend(self.citations.list(labels)?);
        Ok(Page::of(self.blocks).with_marks_explained(labels))
    }

    /// A park: what speaks to the must-haves, which of them are open, and what is held besides.
    fn park(&mut self, row: &Candidate<'a>) -> Result<(), Error> {
        let (criteria, lang) = (self.criteria, self.labels.lang);
        let is_must = |topic: &str| topic == "tenants" || criteria.must_haves().any(|must| must == topic);
        let name = [&*row.id, "  ", lang.pick_or(&row.name, row.name_zh.as_ref())].concat();
        let name = self.labels.with_mark(&name, row.origin.as_ref());
        self.blocks.push(Block::Heading(lang.labelled(self.labels.label(verdict(row.verdict)), &name)));
        let (musts, besides): (Vec<_>, Vec<_>) =
            row.reasons.iter().partition(|reason| is_must(&reason.topic));
        let mut grid = grid();
        for reason in &musts {
            grid.row(self.reason(reason, &row.id)?);
        }
        for topic in row.unknown.iter().filter(|topic| is_must(topic)) {
            let held = musts.iter().any(|reason| reason.topic == *topic);
            let what = if held { Label::NotShown } else { Label::NothingHeld };
            let what = what.text(lang).to_lowercase();
            grid.row(["?".to_owned(), self.topic(topic)?, what, String::new(), String::new()]);
        }
        for reason in besides.iter().filter(|reason| reason.about == row.id) {
            grid.row(self.reason(reason, &row.id)?);
        }
        self.blocks.push(Block::Columns(grid));
        Ok(())
    }

    /// What holds for the industry or the territory, and so for each of the parks: once.
    fn wider(&mut self, rows: &[&Candidate<'a>]) -> Result<(), Error> {
        let (mut grid, mut seen) = (grid(), BTreeSet::new());
        for row in rows {
            for reason in row.reasons.iter().filter(|reason| reason.about != row.id) {
                if seen.insert(reason.rests_on()) {
                    grid.row(self.reason(reason, "")?);
                }
            }
        }
        if !grid.rows.is_empty() {
            self.blocks.extend([self.labels.heading(Label::ForEachPark), Block::Columns(grid)]);
        }
        Ok(())
    }

    /// What would decide it, parks with the same questions together, and where to ask.
    fn questions(&mut self, rows: &[&Candidate<'a>]) -> Result<(), Error> {
        let (labels, lang) = (self.labels, self.labels.lang);
        let mut asked: Vec<(&[Text], Vec<&str>)> = Vec::new();
        for row in rows.iter().filter(|row| !row.unknown.is_empty()) {
            match asked.iter_mut().find(|(topics, _)| **topics == row.unknown) {
                Some((_, parks)) => parks.push(&row.id),
                None => asked.push((&row.unknown, vec![&row.id])),
            }
        }
        if asked.is_empty() {
            return Ok(());
        }
        self.blocks.push(labels.heading(Label::WouldDecide));
        for (topics, parks) in asked {
            let topics = topics.iter().map(|topic| self.topic(topic)).collect::<Result<Vec<_>, _>>()?;
            let whom = phrase::administration_of(lang.list(parks), lang);
            self.blocks.push(Block::Item(lang.labelled(&whom, &lang.list(topics))));
        }
        for contact in &labels.atlas.about()?.contact {
            let figure = labels.atlas.figure(&contact.id)?.ok_or(store::Error::Missing)?;
            let date = lang.bracket(&labels.date_text(&figure)) + &labels.note_mark(&figure);
            let mark = self.citations.mark(&figure, labels)?;
            let statement = labels.statement(&figure);
            self.blocks.push(Block::Item([&*statement, &date, lang.space(), &mark].concat()));
        }
        Ok(())
    }

    /// A reason as a row: mark, topic, what is said, when, references.
    fn reason(&mut self, reason: &Reason<'a>, park: &str) -> Result<[String; 5], Error> {
        let (labels, lang) = (self.labels, self.labels.lang);
        let mark = match reason.says {
            Says::For => "+",
            Says::Against => "-",
            Says::Noted => "·",
        };
        let mut text = match &reason.figure {
            Some(figure) => self.figure(figure)?,
            None => labels.with_mark(&self.link(reason)?, reason.origin.as_ref()),
        };
        let of = reason.figure.as_ref().map_or(&reason.about, |figure| &figure.subject);
        if *of != *park && !reason.figure.as_ref().is_some_and(by_statement) {
            text = lang.labelled(&labels.name_of(of)?, &text);
        }
        let date = labels.date_or_undated(reason.date.as_deref());
        Ok([mark.to_owned(), self.topic(&reason.topic)?, text, date, self.cite(reason)?])
    }

    fn figure(&self, figure: &Figure) -> Result<String, Error> {
        let (labels, lang) = (self.labels, self.labels.lang);
        let text = if by_statement(figure) {
            labels.statement(figure)
        } else {
            lang.labelled(labels.metric(figure), &labels.value(figure)?)
        };
        Ok(text + &lang.bracket_all(&labels.qualifiers(figure)?) + &labels.note_mark(figure))
    }

    /// The linked record and its state; of the record's own, the state, else the category.
    fn link(&self, reason: &Reason) -> Result<String, Error> {
        let labels = self.labels;
        let linked = reason.record.as_ref().unwrap_or(&reason.about);
        let head = labels.atlas.record_head(linked)?.ok_or(store::Error::Missing)?;
        let mut parts = Vec::new();
        if reason.record.is_some() {
            parts.push(labels.lang.pick_or(&head.name, head.name_zh.as_ref()).to_owned());
        }
        if let Some(status) = &reason.status {
            parts.push(labels.status(head.kind, Some(&**status))?);
        } else if parts.is_empty() {
            let record = labels.atlas.record_by_id(linked)?.ok_or(store::Error::Missing)?;
            parts.push(labels.term("category", &record.category)?);
        }
        Ok(parts.join(labels.lang.comma()))
    }

    /// The numbers of the first of its sources; a weak one is marked.
    fn cite(&mut self, reason: &Reason<'a>) -> Result<String, Error> {
        let Reason { sources, .. } = reason;
        let shown = if self.args.all { sources.len() } else { SOURCES.min(sources.len()) };
        let mut numbers = Vec::new();
        for id in &sources[..shown] {
            let source = self.labels.atlas.source(id)?.ok_or(store::Error::Missing)?;
            let weak = if source.has("strength", Strength::Weak.name()) { "?" } else { "" };
            numbers.push([&self.citations.cite(id, self.labels)?.to_string(), weak].concat());
        }
        numbers.extend((shown < sources.len()).then(|| "…".to_owned()));
        if numbers.is_empty() {
            return Ok(String::new());
        }
        Ok(["[", &numbers.join(" "), "]"].concat())
    }

    /// The label of a must-have, a topic or an item of the costs.
    fn topic(&self, topic: &str) -> Result<String, Error> {
        let labels = self.labels;
        let (topic, country) = topic.split_once(':').unwrap_or((topic, ""));
        // A word that a set does not hold is given back.
        let item = labels.term("item", topic)?;
        if item != *topic {
            return Ok(labels.term("theme", "costs")? + &labels.lang.bracket(&item.to_lowercase()));
        }
        let need = labels.term("need", topic)?;
        let label = if need == *topic { labels.term("topic", topic)? } else { need };
        let country = Some(country).filter(|country| !country.is_empty());
        let country = country.map(|country| labels.term("country", country)).transpose()?;
        Ok(label + &labels.lang.bracket_all(&Vec::from_iter(country)))
    }
}

fn grid() -> Grid {
    Grid::new(vec![
        Column::new("").tone(Tone::Strong).no_wrap(),
        Column::new("").no_wrap(),
        Column::new(""),
        Column::new("").tone(Tone::Faint).no_wrap(),
        Column::new("").tone(Tone::Faint),
    ])
}

/// Whether a figure is told by its sentence, which says whose it is.
fn by_statement(figure: &Figure) -> bool {
    shown_as_statement(figure) || figure.part.as_deref() == Some(SOME_PART)
}
