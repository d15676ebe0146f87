/// The questionnaire of the sample study, and the counts that its respondents must meet.
///
/// A count that reproduces a figure of the published report is listed in
/// Tests/SampleRespondentsTests/Fixtures/published.csv. All the others are filled in by us: they respect the
/// verbal ranges, ranks and relations that the report states and are otherwise an assumption.
///
/// The counts of the two smallest offices (4 and 5 people) are invented throughout. No answer of
/// theirs leaves the import.
///
/// The chapters of the questionnaire are extensions of this type, a file each.
enum Calibration {}
