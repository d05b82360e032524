//! The tables of the package: what each holds, its columns with types and titles, its keys, its rows.
//! Ids that another table defines stand in tables of pairs, so that each is a foreign key; plain lists
//! (other names, countries, topics) are JSON arrays in their cell.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    error::Error,
    model::{Kind, Text, joined},
    render,
    store::{self, Atlas},
};

/// A table of the package.
pub struct Table {
    /// What it is.
    pub of: Spec,
    /// How many rows it has.
    pub rows: usize,
    csv: csv::Writer<Vec<u8>>,
}

/// What a table is.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its name, also that of its file.
    pub name: &'static str,
    /// Title in English and in Chinese.
    pub titles: (&'static str, &'static str),
    /// Columns.
    pub columns: &'static [Column],
    /// Columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Columns whose values another table defines: column, table.
    pub foreign: &'static [(&'static str, &'static str)],
}

/// A column: name, type, title in English, title in Chinese, whether every row has it.
pub type Column = (&'static str, &'static str, &'static str, &'static str, bool);

impl Table {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.of.name)
    }

    /// Adds a row, with as many cells as there are columns.
    fn row(&mut self, cells: &[String]) -> Result<(), Error> {
        self.rows += 1;
        Ok(self.csv.write_record(cells)?)
    }

    /// Its rows as CSV, behind a header.
    pub fn csv(self) -> Result<Vec<u8>, Error> {
        self.csv.into_inner().map_err(|error| Error::Output(error.into_error()))
    }
}

const ID: Column = ("id", "string", "Id", "编号", true);
const RECORD: Column = ("record", "string", "Record", "记录", true);
const SOURCE: Column = ("source", "string", "Source", "来源", true);
const FIGURE: Column = ("figure", "string", "Figure", "数据", true);
const LABEL: Column = ("label", "string", "Label (English)", "名称（英文）", true);
const LABEL_ZH: Column = ("label_zh", "string", "Label (Chinese)", "名称（中文）", true);
const TEXT: Column = ("text", "string", "Text (English)", "内容（英文）", true);
const TEXT_ZH: Column = ("text_zh", "string", "Text (Chinese)", "内容（中文）", true);
const NOTE: Column = ("note", "string", "Note (English)", "说明（英文）", false);
const NOTE_ZH: Column = ("note_zh", "string", "Note (Chinese)", "说明（中文）", false);

const ORIGIN: Column = ("origin", "string", "Place in the user's own data", "自有数据中的位置", false);

const RECORD_COLUMNS: &[Column] = &[
    ID,
    ("name", "string", "Name (English)", "名称（英文）", true),
    ("name_zh", "string", "Name (Chinese)", "名称（中文）", false),
    ("pinyin", "string", "Pinyin", "拼音", false),
    ("aliases", "array", "Other names", "别名", true),
    ("category", "string", "Category", "类别", true),
    ("status", "string", "Status", "状态", false),
    ("status_as_of", "string", "Status as of", "状态截至", false),
    ("parent", "string", "Belongs to", "所属", false),
    ("country", "array", "Home countries or regions", "国别", true),
    ("summary", "string", "Summary (English)", "简介（英文）", true),
    ("summary_zh", "string", "Summary (Chinese)", "简介（中文）", true),
    ORIGIN,
];

/// The columns that policies have besides.
const POLICY_COLUMNS: &[Column] = &[
    ("benefit", "string", "What it gives (English)", "政策内容（英文）", false),
    ("benefit_zh", "string", "What it gives (Chinese)", "政策内容（中文）", false),
    ("who", "string", "Who qualifies (English)", "适用对象（英文）", false),
    ("who_zh", "string", "Who qualifies (Chinese)", "适用对象（中文）", false),
    ("valid_from", "string", "Valid from", "施行日期", false),
    ("valid_until", "string", "Valid until", "有效期至", false),
    ("in_force", "string", "In force", "是否有效", false),
    ("in_force_as_of", "string", "In force as of", "有效性截至", false),
    ("ask_body", "string", "Body to ask (English)", "咨询机构（英文）", false),
    ("ask_body_zh", "string", "Body to ask (Chinese)", "咨询机构（中文）", false),
    ("ask_telephone", "string", "Telephone", "咨询电话", false),
    ("ask_url", "string", "Site of that body", "咨询网址", false),
    ("document", "string", "Document (English)", "文件（英文）", false),
    ("document_zh", "string", "Document (Chinese)", "文件（中文）", false),
    ("level", "string", "Level of government", "层级", false),
];

fn spec_of(kind: Kind) -> Spec {
    const OF_POLICIES: &[Column] =
        &joined::<_, { RECORD_COLUMNS.len() + POLICY_COLUMNS.len() }>(RECORD_COLUMNS, POLICY_COLUMNS);
    Spec {
        name: kind.plural(),
        titles: kind.titles(),
        columns: if kind == Kind::Policy { OF_POLICIES } else { RECORD_COLUMNS },
        key: &["id"],
        foreign: &[("id", "records"), ("parent", "records")],
    }
}

const RECORDS: Spec = Spec {
    name: "records",
    titles: ("Every record and its kind", "全部记录及其类型"),
    columns: &[ID, ("kind", "string", "Kind", "类型", true)],
    key: &["id"],
    foreign: &[],
};

const GROUPS: Spec = Spec {
    name: "groups",
    titles: ("Classes of industries in the schemes of different years", "产业在各年份分类中的类别"),
    columns: &[
        RECORD,
        ("scheme", "string", "Scheme", "分类体系", true),
        ("tier", "string", "Class", "类别", true),
    ],
    key: &["record", "scheme", "tier"],
    foreign: &[("record", "records")],
};

const LINKS: Spec = Spec {
    name: "links",
    titles: ("Links between records, both ways", "记录之间的关联（双向）"),
    columns: &[
        RECORD,
        ("linked", "string", "Linked record", "关联记录", true),
        ("kind", "string", "Kind of the linked record", "关联记录类型", true),
    ],
    key: &["record", "linked"],
    foreign: &[("record", "records"), ("linked", "records")],
};

const RECORD_SOURCES: Spec = Spec {
    name: "record_sources",
    titles: ("Sources that records rest on", "记录所依据的来源"),
    columns: &[RECORD, SOURCE],
    key: &["record", "source"],
    foreign: &[("record", "records"), ("source", "sources")],
};

const EVIDENCE: Spec = Spec {
    name: "policy_evidence",
    titles: ("Figures that prove what is said of policies", "政策内容所依据的数据"),
    columns: &[("policy", "string", "Policy", "政策", true), FIGURE],
    key: &["policy", "figure"],
    foreign: &[("policy", "policies"), ("figure", "figures")],
};

const FIGURES: Spec = Spec {
    name: "figures",
    titles: ("Figures", "数据"),
    columns: &[
        ID,
        ("subject", "string", "Subject", "对象", true),
        ("metric", "string", "Metric", "指标", true),
        LABEL,
        LABEL_ZH,
        (
            "value",
            "any",
            "Value, in base units; ranges and lists are JSON",
            "数值（基本单位；区间和列表为JSON）",
            true,
        ),
        ("value_zh", "any", "Value, a text or list in Chinese", "数值（中文文本或列表）", false),
        ("qualifier", "string", "Qualifier", "精确程度", true),
        ("unit", "string", "Unit", "单位", false),
        ("period", "string", "Period", "时期", false),
        ("as_of", "string", "As of", "截至", false),
        ("period_start", "date", "First day", "起始日", false),
        ("period_end", "date", "Last day", "截止日", false),
        ("scope", "string", "Scope", "口径", false),
        ("part", "string", "Part", "部分", false),
        ("to", "string", "Other end: a record or a place", "另一端（记录或地点）", false),
        ("status", "string", "Status", "性质", true),
        ("of", "string", "Aims at this record", "目标所属记录", false),
        SOURCE,
        ("strength", "string", "Strength of the source", "来源等级", true),
        ("statement", "string", "Statement (English)", "表述（英文）", true),
        ("statement_zh", "string", "Statement (Chinese)", "表述（中文）", true),
        NOTE,
        NOTE_ZH,
        ("supersedes", "string", "Retires this figure", "取代的数据", false),
        ("superseded_by", "string", "Retired by this figure", "被此数据取代", false),
        ORIGIN,
    ],
    key: &["id"],
    foreign: &[
        ("subject", "records"),
        ("metric", "metrics"),
        ("of", "records"),
        ("source", "sources"),
        ("supersedes", "figures"),
        ("superseded_by", "figures"),
    ],
};

const METRICS: Spec = Spec {
    name: "metrics",
    titles: ("Metrics", "指标"),
    columns: &[
        ID,
        LABEL,
        LABEL_ZH,
        ("theme", "string", "Theme", "主题", true),
        ("type", "string", "Form of its values", "数值形式", true),
        ("unit", "string", "Unit", "单位", false),
        ("repeats", "boolean", "Several values stand side by side", "可有多个并列值", true),
        ("ends", "boolean", "Between two ends", "两端之间", true),
        ("less_is_better", "boolean", "The smaller value is the better outcome", "数值越小越好", true),
        ("item", "string", "Row of the cost sheet", "成本表项目", false),
        ("definition", "string", "Definition (English)", "定义（英文）", true),
        ("definition_zh", "string", "Definition (Chinese)", "定义（中文）", true),
        ("kinds", "array", "Kinds of record it is used on", "适用的记录类型", true),
        ORIGIN,
    ],
    key: &["id"],
    foreign: &[],
};

const SOURCES: Spec = Spec {
    name: "sources",
    titles: ("Sources", "来源"),
    columns: &[
        ID,
        ("title", "string", "Title", "标题", true),
        ("publisher", "string", "Publisher", "发布方", true),
        ("publisher_zh", "string", "Publisher (Chinese)", "发布方（中文）", false),
        ("url", "string", "Address", "网址", false),
        ("published", "string", "Published", "发布日期", false),
        ("accessed", "string", "Read on", "查阅日期", true),
        ("lang", "string", "Language", "语言", true),
        ("kind", "string", "Kind of publisher", "发布方类别", true),
        ("strength", "string", "Strength", "来源等级", true),
        NOTE,
        NOTE_ZH,
        ORIGIN,
    ],
    key: &["id"],
    foreign: &[],
};

const VOCABULARY: Spec = Spec {
    name: "vocabulary",
    titles: ("Vocabulary", "词表"),
    columns: &[
        ("set", "string", "Set", "词表", true),
        ID,
        LABEL,
        LABEL_ZH,
        ("meaning", "string", "Meaning (English)", "含义（英文）", true),
        ("meaning_zh", "string", "Meaning (Chinese)", "含义（中文）", true),
        ORIGIN,
    ],
    key: &["set", "id"],
    foreign: &[],
};

const WORDS: Spec = Spec {
    name: "words",
    titles: ("Words of everyday speech and what they mean here", "日常用语及其在此处的含义"),
    columns: &[
        ("number", "integer", "Number", "序号", true),
        ("words", "array", "Words", "用语", true),
        ("means", "array", "Meanings, best first", "含义（最合适者在前）", true),
    ],
    key: &["number"],
    foreign: &[],
};

const DISPUTES: Spec = Spec {
    name: "disputes",
    titles: ("Where sources disagree", "来源之间的争议"),
    columns: &[ID, TEXT, TEXT_ZH, NOTE, NOTE_ZH, ORIGIN],
    key: &["id"],
    foreign: &[],
};

const DISPUTE_FIGURES: Spec = Spec {
    name: "dispute_figures",
    titles: ("Figures of disputes", "争议所涉数据"),
    columns: &[("dispute", "string", "Dispute", "争议", true), FIGURE],
    key: &["dispute", "figure"],
    foreign: &[("dispute", "disputes"), ("figure", "figures")],
};

const GAPS: Spec = Spec {
    name: "gaps",
    titles: ("What is not known", "尚无答案的问题"),
    columns: &[
        ID,
        TEXT,
        TEXT_ZH,
        ("topics", "array", "Topics (English)", "主题词（英文）", true),
        ("topics_zh", "array", "Topics (Chinese)", "主题词（中文）", true),
        ("themes", "array", "Themes that it is told under", "所属主题", true),
        ORIGIN,
    ],
    key: &["id"],
    foreign: &[],
};

const GAP_RECORDS: Spec = Spec {
    name: "gap_records",
    titles: ("Records of gaps", "缺口所涉记录"),
    columns: &[("gap", "string", "Gap", "缺口", true), RECORD],
    key: &["gap", "record"],
    foreign: &[("gap", "gaps"), ("record", "records")],
};

/// All tables, those of the kinds first.
pub fn all(atlas: &Atlas) -> Result<Vec<Table>, Error> {
    let mut tables = Vec::new();
    let (mut records, mut groups) = (table(RECORDS)?, table(GROUPS)?);
    let (mut links, mut record_sources) = (table(LINKS)?, table(RECORD_SOURCES)?);
    let mut evidence = table(EVIDENCE)?;
    for kind in Kind::ALL {
        let mut of_kind = table(spec_of(kind))?;
        for number in atlas.numbers_of(kind)? {
            let r = atlas.record(number)?;
            let id = r.id.to_string();
            records.row(&[id.clone(), kind.name().to_owned()])?;
            for group in &r.groups {
                groups.row(&[id.clone(), group.scheme.to_string(), group.tier.to_string()])?;
            }
            for kind in Kind::ALL {
                for linked in r.links.of(kind) {
                    links.row(&[id.clone(), linked.to_string(), kind.name().to_owned()])?;
                }
            }
            for source in &r.sources {
                record_sources.row(&[id.clone(), source.to_string()])?;
            }
            for figure in &r.evidence {
                evidence.row(&[id.clone(), figure.to_string()])?;
            }
            let mut cells = vec![
                id,
                r.name.to_string(),
                maybe(r.name_zh.as_ref()),
                maybe(r.pinyin.as_ref()),
                json(&r.aliases)?,
                r.category.to_string(),
                maybe(r.status.as_ref()),
                maybe(r.status_as_of.as_ref()),
                maybe(r.parent.as_ref()),
                json(&r.country)?,
                r.summary.to_string(),
                r.summary_zh.to_string(),
                maybe(r.origin.as_ref()),
            ];
            if kind == Kind::Policy {
                let ask = r.ask.as_ref();
                let texts = [&r.benefit, &r.benefit_zh, &r.who, &r.who_zh, &r.valid_from, &r.valid_until];
                cells.extend(texts.map(|text| maybe(text.as_ref())));
                cells.push(r.in_force.map(|is| is.name().to_owned()).unwrap_or_default());
                cells.push(maybe(r.in_force_as_of.as_ref()));
                cells.push(maybe(ask.and_then(|ask| ask.body.as_ref())));
                cells.push(maybe(ask.and_then(|ask| ask.body_zh.as_ref())));
                cells.push(maybe(ask.and_then(|ask| ask.telephone.as_ref())));
                cells.push(maybe(ask.and_then(|ask| ask.url.as_ref())));
                cells.extend([&r.document, &r.document_zh, &r.level].map(|text| maybe(text.as_ref())));
            }
            of_kind.row(&cells)?;
        }
        tables.push(of_kind);
    }
    tables.extend([records, groups, links, record_sources, evidence]);
    let mut figures = table(FIGURES)?;
    for number in 0..atlas.figure_count()? {
        // The columns are the keys of its JSON.
        let json = atlas.stored_figure(number)?.json();
        let values: BTreeMap<&str, &RawValue> = serde_json::from_str(json)?;
        let cell = |column: &Column| match values.get(column.0) {
            Some(value) => Ok(render::cell(value)?.into_owned()),
            None => Err(Error::from(store::Error::Missing)),
        };
        figures.row(&FIGURES.columns.iter().map(cell).collect::<Result<Vec<_>, _>>()?)?;
    }
    tables.push(figures);
    registries(atlas, &mut tables)?;
    Ok(tables)
}

fn registries(atlas: &Atlas, tables: &mut Vec<Table>) -> Result<(), Error> {
    let (mut metrics, mut sources) = (table(METRICS)?, table(SOURCES)?);
    for m in atlas.metrics()? {
        metrics.row(&[
            m.id.to_string(),
            m.label.to_string(),
            m.label_zh.to_string(),
            m.theme.to_string(),
            m.form.name().to_owned(),
            maybe(m.unit.as_ref()),
            m.repeats.to_string(),
            m.ends.to_string(),
            m.less_is_better.to_string(),
            maybe(m.item.as_ref()),
            m.definition.to_string(),
            m.definition_zh.to_string(),
            json(&m.kinds)?,
            maybe(m.origin.as_ref()),
        ])?;
    }
    for s in atlas.sources()? {
        sources.row(&[
            s.id.to_string(),
            s.title.to_string(),
            s.publisher.to_string(),
            maybe(s.publisher_zh.as_ref()),
            maybe(s.url.as_ref()),
            maybe(s.published.as_ref()),
            s.accessed.to_string(),
            s.lang.to_string(),
            s.kind.name().to_owned(),
            s.strength.name().to_owned(),
            maybe(s.note.as_ref()),
            maybe(s.note_zh.as_ref()),
            maybe(s.origin.as_ref()),
        ])?;
    }
    let (mut vocabulary, mut words) = (table(VOCABULARY)?, table(WORDS)?);
    for t in atlas.vocabulary()? {
        let cells = [t.set, t.id, t.label, t.label_zh, t.meaning, t.meaning_zh, t.origin.unwrap_or_default()];
        vocabulary.row(&cells.map(|cell| cell.to_string()))?;
    }
    for (n, usage) in (1..).zip(atlas.synonyms()?) {
        words.row(&[n.to_string(), json(&usage.words)?, json(&usage.means)?])?;
    }
    let (mut disputes, mut dispute_figures) = (table(DISPUTES)?, table(DISPUTE_FIGURES)?);
    for d in atlas.disputes()? {
        for figure in &d.figures {
            dispute_figures.row(&[d.id.to_string(), figure.to_string()])?;
        }
        let cells = [d.id, d.text, d.text_zh, d.note, d.note_zh, d.origin.unwrap_or_default()];
        disputes.row(&cells.map(|cell| cell.to_string()))?;
    }
    let (mut gaps, mut gap_records) = (table(GAPS)?, table(GAP_RECORDS)?);
    for g in atlas.gaps()? {
        for record in &g.records {
            gap_records.row(&[g.id.to_string(), record.to_string()])?;
        }
        let lists = [json(&g.topics)?, json(&g.topics_zh)?, json(&g.themes)?, maybe(g.origin.as_ref())];
        gaps.row(&[&[g.id, g.text, g.text_zh].map(|cell| cell.to_string())[..], &lists].concat())?;
    }
    tables.extend([metrics, sources, vocabulary, words, disputes, dispute_figures, gaps, gap_records]);
    Ok(())
}

/// A table with its header.
fn table(of: Spec) -> Result<Table, Error> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(of.columns.iter().map(|column| column.0))?;
    Ok(Table { of, rows: 0, csv })
}

fn maybe(text: Option<&Text>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_string(value)?)
}
