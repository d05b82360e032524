//! The catalogue of labels and headings: the one place where a fixed word is said in two languages.

use super::Lang;

macro_rules! labels {
    ($($name:ident $en:literal $zh:literal)+) => {
        /// A fixed word or heading of the program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each says itself")]
        pub enum Label { $($name),+ }

        impl Label {
            /// The word in a language.
            #[must_use]
            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$name, Lang::En) => $en, (Self::$name, Lang::Zh) => $zh),+ }
            }
        }
    };
}

labels! {
    Id "ID" "代号"
    Name "Name" "名称"
    Category "Category" "类别"
    Status "Status" "状态"
    Latest "Newest figure" "最新数据"
    Newest "Newest traffic or capacity" "最新吞吐量或能力"
    NewestOutput "Newest output" "最新产值"
    AreaSize "Area" "面积"
    Focus "Focus" "重点"
    Class "Class" "分类"
    TargetYears "Targets for" "目标年份"
    Targets "Targets" "目标数"
    Gives "What it gives" "内容"
    ValidUntil "Valid until" "有效期至"
    Home "Home" "母国"
    Industry "Industry" "产业"
    Park "Park" "园区"
    Since "Since" "落户"
    Kind "Kind" "类型"
    Subject "Subject" "对象"
    Metric "Metric" "指标"
    Value "Value" "数值"
    When "Date" "时间"
    Scope "Scope" "口径"
    Source "Source" "来源"
    Parent "Part of" "所属"
    Title "Title" "标题"
    Publisher "Publisher" "发布方"
    Published "Published" "发布时间"
    Strength "Strength" "来源等级"
    Figures "Figures" "数据"
    Unit "Unit" "单位"
    Definition "Definition" "定义"
    Theme "Theme" "主题"
    Links "Linked to" "关联"
    Qualifies "To whom" "适用对象"
    Valid "Valid" "有效期"
    InForce "In force" "是否有效"
    Ask "Ask" "咨询"
    Document "Document" "文件"
    Level "Level" "层级"
    NotHeld "not held" "尚无数据"
    NotKnown "Not known" "尚无数据"
    WeakMark "rests on a weak source." "来源较弱。"
    Disagree "Where sources disagree" "来源不一致"
    KeyFigures "Key figures" "关键数据"
    References "Sources" "来源"
    Difference "Difference" "差异"
    Undated "undated" "未注明时间"
    Retired "retired by a newer figure" "已被新数据取代"
    Disputed "disputed" "有争议"
    Aims "Targets and forecasts" "目标与预测"
    Inside "Inside" "收录"
    Headlines "Headline figures" "主要数据"
    Scopes "Three scopes that must never be joined" "三种口径，不可混用"
    Supports "Supports" "支持的数据"
    Address "Address" "网址"
    Accessed "Read" "查阅时间"
    Language "Language" "语言"
    Note "Note" "说明"
    Outcome "Outcome" "结果"
    Target "Target" "目标"
    Enterprises "Enterprises" "企业"
    Ports "Ports" "口岸"
    Industries "Industries" "产业"
    Sources "Sources" "来源"
    Matched "Matched" "匹配"
    Answer "Answer" "答案"
    Outcomes "What came of its targets" "目标完成情况"
    Met "met" "完成"
    Missed "missed" "未完成"
    Undetermined "cannot be told" "无法判定"
    Ahead "still ahead" "尚未到期"
    NoOutcome "no outcome found" "未见结果"
    NoYear "sets no year" "未定年份"
    InWords "set in words" "以文字表述"
    ScopePresumed "scope presumed" "口径为推定"
}
