import Diagnostics
import LocatedYAML
import SurveyResults

extension Disclosure {
  /// Reads what `study` says for the methodology; a key that is left out was not said.
  init(_ keys: inout MappingReader) {
    self.init()
    for item in Item.allCases {
      if let text = keys.text(item.rawValue)?.text, !text.isEmpty { texts[item] = text }
    }
    privacy = keys.choice("privacy", of: Privacy.self)?.value
    isTracked = keys.flag("tracked")?.value
  }
}
