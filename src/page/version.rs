//! Versions, and how much is inside.

use super::{Page, Words};
use crate::{
    lang::{Lang, message},
    model::Kind,
    render::Block,
    view::Version,
};

pub fn version(rows: &[Version], words: &Words) -> Page {
    let lang = words.lang;
    let mut blocks = Vec::new();
    for row in rows {
        blocks.push(Block::Text(format!("{} {}", row.name, row.version)));
        blocks.push(Block::Text(format!("{} {}", lang.pick("data", "数据版本"), row.data_version)));
        let mut counts: Vec<String> = Kind::ALL
            .iter()
            .map(|kind| match lang {
                Lang::En => format!("{} {}", row.counts.of(*kind), kind.plural()),
                Lang::Zh => format!("{}{}", message::kind(*kind, lang), row.counts.of(*kind)),
            })
            .collect();
        for (count, en, zh) in [
            (row.counts.figures, "figures", "数据"),
            (row.counts.sources, "sources", "来源"),
            (row.counts.disputes, "disputes", "分歧"),
            (row.counts.gaps, "gaps", "空白"),
        ] {
            counts.push(match lang {
                Lang::En => format!("{count} {en}"),
                Lang::Zh => format!("{zh}{count}"),
            });
        }
        blocks.push(Block::Text(counts.join(lang.enumerate())));
    }
    Page::of(blocks)
}
