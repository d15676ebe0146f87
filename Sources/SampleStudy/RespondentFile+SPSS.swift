public import SurveyFiles

extension RespondentFile {
  /// The respondents as an SPSS file: the same columns with variable labels, value labels, missing
  /// values and multiple-response sets.
  ///
  /// - Throws: what ReadStat refuses to write.
  public func sav() throws(SPSSWriter.Refusal) -> [UInt8] {
    let dictionary = SurveyDictionary(
      variables: columns.map(\.variable),
      sets: sets.map { set in
        MultipleResponseSet(
          name: set.name, label: set.label, form: .dichotomies(counted: .number(1)),
          variables: set.columns)
      },
      label: "Weerbaar bestuur 2024")
    return try SPSSWriter.bytes(
      of: dictionary,
      rows: rows.map { row in row.map { $0.map { .number(Double($0)) } ?? .nothing } })
  }
}

extension SurveyColumn {
  fileprivate var variable: SurveyVariable {
    SurveyVariable(
      name: name, label: label, kind: .number, measure: codes.isEmpty ? .scale : .nominal,
      labels: (codes + missing).map { .init(.number(Double($0.value)), $0.label) },
      missing: missing.map { .value(.number(Double($0.value))) })
  }
}
