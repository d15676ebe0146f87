import Charts
import Drawing
import Typesetting

/// The charts of which the words are set, each for the measure it was set for last.
///
/// A chart that gives way or grows is drawn again from its form, and so is one of a second pass.
final class ChartForms {
  private var forms: [Int: (measure: Length, form: ChartForm)] = [:]

  /// The form of a chart for a measure, which is made when it is asked for.
  func form(
    of unit: ChartUnit, measure: Length, in setting: TextSetting
  ) throws(TypesettingError) -> ChartForm {
    if let known = forms[unit.number], known.measure == measure { return known.form }
    let setter = ChartSetter(
      style: setting.style, typesetter: setting.words, language: setting.language)
    let form = try setter.form(of: unit.chart, measure: measure)
    forms[unit.number] = (measure, form)
    return form
  }
}
