//! The catalogue of fixed words, headings and sentences. A sentence with something in it is a `phrase`.

use std::{error::Error, fmt};

use super::Lang;

/// A value of the command line that is none of its kind: what it should be.
impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.text(Lang::En))
    }
}

impl Error for Label {}

macro_rules! labels {
    ($($name:ident $en:literal $zh:literal)+) => {
        /// A fixed word, heading or sentence of the program.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each says itself")]
        pub enum Label { $($name),+ }

        impl Label {
            /// The word in a language.
            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$name, Lang::En) => $en, (Self::$name, Lang::Zh) => $zh),+ }
            }
        }
    };
}

labels! {
    Id "ID" "编号"
    Name "Name" "名称"
    Category "Category" "类别"
    Status "Status" "状态"
    Latest "Newest figure" "最新数据"
    AreaSize "Area" "面积"
    Focus "Focus" "重点"
    Class "Class" "分类"
    TargetYears "Targets for" "目标年份"
    Targets "Targets" "目标数"
    Gives "What it gives" "内容"
    Until "Until" "有效期至"
    LastShown "Last shown" "最近见于"
    Home "Home" "国别"
    Industry "Industry" "产业"
    Park "Park" "园区"
    Invested "Investment" "投资额"
    IdleInBrackets "In brackets: not there yet, no longer, or not for all that is known." "括号内：尚未落地、已不在当地或现状不明。"
    UnshownInBrackets "In brackets: ended, or not shown to be in force since." "括号内：已失效，或此后未见有效证实。"
    Subject "Subject" "对象"
    Metric "Metric" "指标"
    Value "Value" "数值"
    When "Date" "时间"
    Scope "Scope" "口径"
    Source "Source" "来源"
    Parent "Part of" "所属"
    Title "Title" "标题"
    Publisher "Publisher" "发布方"
    Published "Published" "发布日期"
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
    ShownBy "Shown by" "依据"
    NotHeld "not held" "尚无数据"
    Yes "yes" "有效"
    Ended "no" "已失效"
    NotConfirmed "not confirmed" "未见有效依据"
    DataIsOld "the data is more than a year old: look for a newer release" "数据已逾一年，请查找更新版本"
    NotKnown "Not known" "尚无数据"
    WeakSource "weak source" "来源较弱"
    WeakMark "rests on a weak source." "来源较弱。"
    Disagree "Where sources disagree" "来源不一致"
    KeyFigures "Key figures" "关键数据"
    Undated "undated" "未注明时间"
    Retired "retired by another figure" "已被另一数据取代"
    Disputed "disputed" "有争议"
    Aims "Targets and forecasts" "目标与预测"
    Inside "Inside" "收录"
    Headlines "Headline figures" "主要数据"
    Scopes "Scopes that must never be joined" "口径不同，不可混用"
    Supports "Supports" "支持的数据"
    Address "Address" "网址"
    Accessed "Read" "查阅日期"
    Language "Language" "语言"
    Note "Note" "说明"
    Outcome "Outcome" "结果"
    Target "Target" "目标"
    Enterprises "Enterprises" "企业"
    Ports "Ports" "口岸"
    Industries "Industries" "产业"
    Sources "Sources" "来源"
    Answer "Answer" "答案"
    Outcomes "What came of its targets" "目标完成情况"
    Met "met" "完成"
    Missed "missed" "未完成"
    Undetermined "cannot be told" "无法判定"
    Ahead "still ahead" "尚未到期"
    NoOutcome "no figure answers it" "无对应数据"
    TenantsByYear "Tenants, by year last shown" "入驻企业（按最近确认年份）"
    Incentives "Incentives and rules" "优惠与规定"
    Disputes "Disputes" "争议"
    Gaps "Gaps" "缺口"
    OnePart "one part" "其中一部分"
    Data "figure" "数据"
    MetricName "metric" "指标"
    RecordName "record" "记录"
    SourceName "source" "来源"
    NoFigures "no figures" "没有数据"
    NoDisputes "no known dispute" "没有已知争议"
    NoTargets "no targets" "没有目标"
    NothingTogether "nothing speaks to all of this; the nearest:" "没有同时涉及以上各项的内容，最接近的是："
    NoGaps "no known gap about these words; that does not mean that the data answers them" "没有关于这些词的已知缺口；这并不表示数据中有答案"
    Details "Details" "说明"
    Metrics "Metrics" "指标"
    Comparison "Comparison" "对比"
    TargetsAndOutcomes "Targets and what came of them" "目标与完成情况"
    OverTheYears "Over the years" "历年数据"
    Governs "Who governs, and three scopes that must never be joined" "管辖主体；三种口径，不可混用"
    SourcesDisagree "Sources disagree" "来源不一致"
    NotCompared "The latest figure of each series; what is told in words, and metrics that list different things side by side, stand with each record"
        "各序列的最新数据；文字说明和并列多项的指标见各条记录"
    NotOnThisPage "not on this page" "本页未列出"
    Contents "Contents" "目录"
    BackToText "Back to the text" "返回正文"
    BarOfTarget "Dashed outline: a target." "虚线框为目标值。"
    BarOfPlan "Outline: an estimate or a design." "实线框为估计值或设计值。"
    BarOfWeak "Hatched: from a weak source." "斜线表示来源较弱。"
    BarSigns "> over, ≥ at least, ≈ about, ≤ at most." ">为超过，≥为至少，≈为约，≤为至多。"
    OwnScales "Each series has its own scale." "各序列的条形比例各自独立。"
    Exclude "these exclude each other, and no dispute names them" "以下数据互相排斥，且无争议条目说明"
    Jump "the value jumps tenfold or more, and neither a dispute nor a note says why" "前后数值相差十倍以上，且无争议条目或说明"
    Doubtful "the note doubts the value, yet it stands as exact and actual" "说明对数值存疑，但仍按精确的实际数据收录"
    File "File" "文件"
    Rows "Rows" "行数"
    Bytes "Bytes" "字节"
    ScopesNote "A figure covers one of these. Figures of different scopes are never joined, charted or compared as one series." "每项数据只属于下列一种口径；不同口径的数据从不合并、连线或当作同一序列比较。"
    UnreadableData "the data inside the program cannot be read" "程序内的数据无法读取"
    InvalidUtf8 "an argument is not UTF-8" "有参数不是UTF-8编码"
    Quantity "it takes a number of 0 or more" "应为0或更大的数"
    WholeNumber "it takes a whole number from 0 to 65535" "应为0至65535的整数"
    MoreHelp "more: --help" "更多说明：--help"
    Usage "Usage" "用法"
    Commands "Commands" "命令"
    Arguments "Arguments" "参数"
    Examples "Examples" "示例"
    PrintHelp "Print help; --help with examples and the meaning of values" "显示帮助；--help另含示例和取值说明"
    PrintVersion "Print version" "显示版本"
    Synopsis "Synopsis" "概要"
    Description "Description" "说明"
    ExitStatus "Exit status" "退出状态"
    Environment "Environment" "环境变量"
    ManualTitle "Liangjiang reference" "两江新区参考手册"
    ReadingIds "reading ids from standard input, one a line; end with Ctrl-D" "正在从标准输入读取编号，每行一个；按Ctrl-D结束"
    NotUtf8 "standard input is not UTF-8 text" "标准输入不是UTF-8文本"
    ExportIsWhole "the new export is whole; what it replaced is left there" "新的导出完整无缺，被替换的内容仍留在上述位置"
    UseForce "use `--force` to replace it" "如需替换，请加`--force`"
    OwnMark " [own]" " [自有]"
    NoData "`--data-only` and `--bundled-only` together leave no data" "`--data-only`与`--bundled-only`不能并用"
    NoOwnData "no data of your own: name a folder with `--data DIR`" "没有自有数据：请用`--data DIR`指定文件夹"
    NothingBesides "your own data says nothing besides ours" "自有数据没有内置数据之外的内容"
    NoChanges "nothing changed in the data since then" "此后数据没有变化"
    Ours "Ours" "内置数据"
    Yours "Yours" "自有数据"
    YoursAgainstOurs "Your own data against ours" "自有数据与内置数据对照"
    TooFew "a comparison needs two records or more" "比较至少需要两条记录"
    PackageDescription "Industries, ports, parks, plans, policies, companies and infrastructure, every figure dated, scoped and sourced. Figures of different scopes must never be joined: see the set `scope` of vocabulary.csv." "产业、口岸、园区、规划、政策、企业与基础设施，每项数据均注明日期、口径与来源。不同口径的数据不得合并：见vocabulary.csv中的scope词表。"
    Before "before" "原"
    Now "now" "现"
    StrongerSource "A stronger source says it." "来源更可靠。"
    AnotherSource "Another source says it." "以另一来源为准。"
    TermOver "Its own term is over." "自身规定的有效期已满。"
    ScopePresumed "scope presumed" "口径为推定"
    In "In" "符合"
    Unknown "Unknown" "待核实"
    Out "Out" "不符合"
    NothingHeld "Nothing held" "尚无数据"
    NotShown "not shown by what is held" "现有资料不足以证明"
    ForEachPark "For each of them, from the industry and the territory" "各园区共同适用：产业及所在地域的资料"
    WouldDecide "What would decide it" "待询问事项"
    Order "Order" "排序规则"
    RuleOfOrder
        "In: each must-have has a + of the park itself. Out: its status (merged, closed, outside) or every area held \
        has a -. Unknown: the rest with a link to the industry. Within these, first the parks with more must-haves \
        shown; then with more + of the park itself that are dated within two years of the data and rest on a source \
        that is not weak; then with more + of any date and source; then by id. Each park is counted alone, so that \
        others never change the order of two."
        "符合：每项必备条件均有关于园区本身的“+”。不符合：状态（已并入、已关闭、区外）为“-”，或所载面积全部为“-”。\
        其余与该产业有关联的为待核实。同类中，先比已证实的必备条件数，再比数据日期前两年内且来源不弱的“+”数，\
        再比全部“+”数，最后按代号排列。各园区单独计数，增加其他园区不改变两者先后。"
    MarksOfReasons
        "+ shows it; - speaks against it, as too small a planned area does; ? not shown; · decides nothing: planned, of \
        unknown state, of a wider area, or besides the must-haves; … more sources: --all."
        "+ 可证实；- 与之相悖（含规划面积不足）；? 未能证实；· 不作判定依据：属规划、现状不明、涉及更大地域，或不属必备条件；… 另有来源，见 --all。"
}
