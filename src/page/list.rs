//! Lists: for each kind the few columns that decide.

use std::cmp::Reverse;

use super::{Page, Words, words::doubt};
use crate::{
    cli::ClassArgs,
    error::Error,
    lang::{self, Label, Lang},
    model::{Figure, Kind, Record, Span, Status, Text, Value, series},
    query::{
        filter::PAGE_OF_2017,
        outcome::{self, Outcome},
    },
    render::{Block, Column, Grid, Tone},
};

/// The scheme that replaced the page of 2017.
const PLAN_OF_2023: &str = "33511-2023";

pub fn list(kind: Kind, records: &[Record], classes: &ClassArgs, words: &Words) -> Result<Page, Error> {
    let mut grid = Grid::with_header(columns(kind, words));
    let outcomes = if kind == Kind::Plan { outcomes(records, words)? } else { Vec::new() };
    for record in records {
        let mut cells = vec![record.id.to_string(), words.name(record).to_owned()];
        cells.extend(deciding(record, &outcomes, words)?);
        grid.rows.push(cells);
    }
    let mut page = Page::default();
    if records.is_empty() {
        let kind = words.lang.pick(kind.plural(), lang::message::kind(kind, words.lang));
        page.notes.push(match words.lang {
            Lang::En => format!("no {kind} pass these filters"),
            Lang::Zh => format!("没有符合条件的{kind}"),
        });
    }
    page.blocks.push(Block::Grid(grid));
    if kind == Kind::Industry && (classes.pillar || classes.emerging || classes.service) {
        page.blocks.push(Block::Blank);
        page.blocks.push(Block::Faint(caption(words)));
    }
    Ok(page.with_doubt_explained(words))
}

/// What came of every target that some plans set.
fn outcomes(plans: &[Record], words: &Words) -> Result<Vec<Outcome<'static>>, Error> {
    let atlas = &words.atlas;
    let number = |plan: &Record| atlas.record_number(&plan.id)?.ok_or(Error::Data);
    let numbers = plans.iter().map(number).collect::<Result<Vec<_>, _>>()?;
    outcome::outcomes(atlas, &outcome::targets(atlas, numbers)?)
}

/// Says whose classes these are, and where the later ones are.
fn caption(words: &Words) -> String {
    match words.lang {
        Lang::En => format!(
            "Classed as on the area's own page of 2017. Its plan of 2023 (33511) classes otherwise: \
             liangjiang industries --scheme {PLAN_OF_2023}"
        ),
        Lang::Zh => format!(
            "按两江新区2017年介绍页分类。2023年规划（“33511”）分类不同，查看：liangjiang industries --scheme {PLAN_OF_2023}"
        ),
    }
}

fn columns(kind: Kind, words: &Words) -> Vec<Column> {
    let label = |label: Label| Column::new(words.label(label));
    let mut columns = vec![label(Label::Id).tone(Tone::Key), label(Label::Name).tone(Tone::Strong)];
    columns.extend(match kind {
        Kind::Industry => [label(Label::Class).shed(1), label(Label::NewestOutput).shed(2)].to_vec(),
        Kind::Port => vec![label(Label::Category).shed(2), label(Label::Newest).shed(1)],
        Kind::Park => vec![
            label(Label::Category).shed(3),
            label(Label::AreaSize).shed(1),
            label(Label::Focus).shed(2).gives(),
        ],
        Kind::Plan => vec![
            label(Label::Status).shed(2),
            label(Label::TargetYears).shed(1),
            label(Label::Targets).shed(3),
        ],
        Kind::Policy => {
            vec![label(Label::Gives).shed(3), label(Label::ValidUntil).shed(2), label(Label::Status).shed(1)]
        }
        Kind::Enterprise => vec![
            label(Label::Home).shed(2),
            label(Label::Industry).shed(3),
            label(Label::Park).shed(1),
            label(Label::Since).shed(4),
        ],
        Kind::Project | Kind::Amenity => {
            vec![label(Label::Category).shed(2), label(Label::Status).shed(1), label(Label::Latest).shed(3)]
        }
        Kind::Area => {
            vec![label(Label::Category).shed(3), label(Label::AreaSize).shed(1), label(Label::Latest).shed(2)]
        }
    });
    columns
}

/// The cells that decide between records of a kind.
fn deciding(record: &Record, outcomes: &[Outcome], words: &Words) -> Result<Vec<String>, Error> {
    let own = Own::new(record, outcomes, words)?;
    Ok(match record.kind {
        Kind::Industry => vec![
            own.classes()?,
            own.newest(&[
                "output-value",
                "industry-scale",
                "revenue",
                "vehicle-production",
                "value-added",
                "service-trade-usd",
            ])?,
        ],
        Kind::Port => vec![
            own.category()?,
            own.newest(&[
                "container-throughput",
                "passengers",
                "cargo-throughput",
                "trains",
                "containers",
                "container-capacity",
                "cargo-capacity",
                "trains-cumulative",
                "foreign-trade-usd",
                "area",
            ])?,
        ],
        Kind::Park => vec![own.category()?, own.newest(&["area"])?, own.names(&record.links.industries)?],
        Kind::Plan => vec![words.status(record)?, own.target_years(), own.targets()],
        Kind::Policy => vec![own.gives()?, own.newest(&["valid-until"])?, words.status(record)?],
        Kind::Enterprise => {
            let mut homes = Vec::new();
            for country in &record.country {
                homes.push(words.term("country", country)?);
            }
            vec![
                homes.join(words.lang.enumerate()),
                own.category()?,
                own.names(&record.links.parks)?,
                own.since(),
            ]
        }
        Kind::Project | Kind::Amenity => vec![
            own.category()?,
            words.status(record)?,
            own.newest(&["opened", "length", "investment", "floor-area"])?,
        ],
        Kind::Area => vec![own.category()?, own.newest(&["area"])?, own.newest(&["gdp", "population"])?],
    })
}

/// Whether a figure of the new district covers only a district that went into it.
fn is_of_a_part(figure: &Figure) -> bool {
    figure.scope.as_deref().is_some_and(|scope| scope.starts_with("former-"))
}

/// A record with its figures.
struct Own<'o> {
    record: &'o Record<'o>,
    /// The newest figure of each series.
    newest: Vec<Figure<'static>>,
    /// The targets that a plan sets, with what came of them.
    targets: Vec<&'o Outcome<'o>>,
    words: &'o Words,
}

impl<'o> Own<'o> {
    fn new(record: &'o Record<'o>, outcomes: &'o [Outcome<'o>], words: &'o Words) -> Result<Self, Error> {
        let number = words.atlas.record_number(&record.id)?.ok_or(Error::Data)?;
        let atlas = &words.atlas;
        let mut newest = Vec::new();
        for run in atlas.runs_of(number)? {
            if let Some(figure) = run.newest.first() {
                newest.push(atlas.figure_at(*figure as usize)?);
            }
        }
        let targets = outcomes.iter().filter(|outcome| outcome.plan == record.id).collect();
        Ok(Self { record, newest, targets, words })
    }

    fn category(&self) -> Result<String, Error> {
        self.words.term("category", &self.record.category)
    }

    /// The newest value of the first of some metrics that has one; what happened before what was
    /// estimated or designed, and never a target.
    fn newest(&self, metrics: &[&str]) -> Result<String, Error> {
        for metric in metrics {
            for part in [false, true] {
                let best = self
                    .newest
                    .iter()
                    .filter(|figure| figure.metric == *metric && figure.status != Status::Target)
                    .filter(|figure| figure.part.is_some() == part && !is_of_a_part(figure))
                    .max_by_key(|figure| {
                        (Reverse(series::standing(figure.status)), figure.span().map(Span::newness))
                    });
                if let Some(figure) = best {
                    return self.cell(figure);
                }
            }
        }
        Ok(String::new())
    }

    /// A value with its year; a page says the day.
    fn cell(&self, figure: &Figure) -> Result<String, Error> {
        let words = self.words;
        let when = match (&figure.period, figure.span()) {
            (None, Some(span)) => lang::date(&span.end.year.to_string(), words.lang),
            _ => words.when(figure),
        };
        words.in_a_cell(figure, when)
    }

    /// Linked records: by id in English, which is short and can be typed; by name in Chinese.
    fn names(&self, ids: &[Text]) -> Result<String, Error> {
        let mut names = Vec::new();
        for id in ids {
            names.push(match self.words.lang {
                Lang::En => id.to_string(),
                Lang::Zh => self.words.name_of(id)?,
            });
        }
        Ok(names.join(self.words.lang.enumerate()))
    }

    /// The class in the page of 2017 and in the plan of 2023, each with its year.
    fn classes(&self) -> Result<String, Error> {
        let mut classes = Vec::new();
        for (scheme, year) in [(PAGE_OF_2017, "2017"), (PLAN_OF_2023, "2023")] {
            for group in self.record.groups.iter().filter(|group| group.scheme == scheme) {
                classes.push(format!(
                    "{}{}",
                    self.words.term("tier", &group.tier)?,
                    self.words.lang.bracket(year)
                ));
            }
        }
        Ok(classes.join(self.words.lang.enumerate()))
    }

    /// How many targets a plan sets, and of how many an outcome is known.
    fn targets(&self) -> String {
        let known = self.targets.iter().filter(|target| target.outcome.is_some()).count();
        match (self.targets.len(), known, self.words.lang) {
            (0, ..) => String::new(),
            (targets, 0, _) => targets.to_string(),
            (targets, known, Lang::En) => format!("{targets} ({known} with outcome)"),
            (targets, known, Lang::Zh) => format!("{targets}（{known}项有结果）"),
        }
    }

    /// The years that the targets of a plan are set for.
    fn target_years(&self) -> String {
        let targets =
            self.targets.iter().map(|target| &target.target).filter(|figure| figure.period.is_some());
        let years: Vec<u16> = targets.filter_map(|figure| Some(figure.span()?.end.year)).collect();
        match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => lang::date(&first.to_string(), self.words.lang),
            (Some(first), Some(last)) => lang::date(&format!("{first}/{last}"), self.words.lang),
            _ => String::new(),
        }
    }

    /// What a policy gives: its rate or limit, where one figure says it, else what it is about.
    fn gives(&self) -> Result<String, Error> {
        for metric in ["tax-rate", "stay-limit", "measures"] {
            let newest = self.newest(&[metric])?;
            if let Some(figure) =
                self.newest.iter().find(|figure| figure.metric == metric && !newest.is_empty())
            {
                return Ok(format!("{}{}{newest}", self.words.metric(figure), self.words.lang.colon()));
            }
        }
        self.category()
    }

    fn since(&self) -> String {
        let dates = ["settled", "founded", "signed", "construction-started", "opened"];
        let first = dates.iter().find_map(|metric| {
            self.newest.iter().find(|f| f.metric == *metric && f.status == Status::Actual)
        });
        let year = |figure: &Figure| match &figure.value {
            Value::Text(date) => {
                Span::parse(date).map(|span| format!("{}{}", span.start.year, doubt(figure.strength)))
            }
            _ => None,
        };
        first.and_then(year).unwrap_or_default()
    }
}
