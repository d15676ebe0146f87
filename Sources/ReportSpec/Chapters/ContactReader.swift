import Diagnostics
import LocatedYAML

/// Reads contacts, address blocks and sign-offs.
enum ContactReader {
  /// Reads the keys of a contact; what cannot be dialled, mailed or opened is reported.
  static func contact(_ keys: inout MappingReader) -> ContactDetails {
    let contact = ContactDetails(
      organisation: keys.text("organisation"), street: keys.text("street"),
      postcode: keys.text("postcode"), place: keys.text("place"), phone: keys.text("phone"),
      mail: keys.text("mail"), web: keys.text("web"), membership: keys.text("membership"))
    if let phone = contact.phone, !isPhone(phone.text) {
      keys.report(.contactPhone(phone.text, at: phone.range))
    }
    if let mail = contact.mail, !isMail(mail.text) {
      keys.report(.contactMail(mail.text, at: mail.range))
    }
    if let web = contact.web, !isWeb(web.text) {
      keys.report(.contactWeb(web.text, at: web.range))
    }
    return contact
  }

  /// Reads an address block; one without a key stands for the report's contact.
  static func address(_ keys: inout MappingReader) -> AddressSpec {
    let contact = contact(&keys)
    return AddressSpec(contact: contact.isEmpty ? nil : contact)
  }

  /// Reads a sign-off.
  static func signOff(_ keys: inout MappingReader) -> SignOffSpec {
    let place = keys.text("place")
    let date = keys.date("date")
    var signatories: [SignOffSpec.Signatory] = []
    var log = DiagnosticLog()
    for value in keys.list("names", .required) ?? [] {
      if let name = value.asText {
        signatories.append(.init(name: name))
        continue
      }
      _ = value.mapping("a signatory", into: &log) { keys in
        guard let name = keys.text("name", .required) else { return }
        signatories.append(.init(name: name, function: keys.text("function")))
      }
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    if signatories.isEmpty, log.diagnostics.isEmpty, keys.entries.contains(where: \.isNames) {
      keys.report(.signOffWithoutNames(at: keys.placeOf("names")))
    }
    return SignOffSpec(place: place, date: date, signatories: signatories)
  }

  /// At least six digits, with the marks that are usual between them.
  private static func isPhone(_ text: String) -> Bool {
    text.filter(\.isNumber).count >= 6
      && text.unicodeScalars.allSatisfy { "+0123456789 ()-–./\u{A0}".unicodeScalars.contains($0) }
  }

  private static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && isHost(parts[1])
      && !text.contains(where: \.isWhitespace)
  }

  private static func isWeb(_ text: String) -> Bool {
    var rest = Substring(text)
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    return isHost(rest.prefix { $0 != "/" }) && !rest.contains(where: \.isWhitespace)
  }

  /// Letters, digits and hyphens between points: `www.example.org`.
  private static func isHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
  }
}

extension YAMLEntry {
  fileprivate var isNames: Bool { key.text == "names" }
}

extension YAMLValue {
  /// The text of a scalar; nil for a list, a mapping and nothing.
  fileprivate var asText: LocatedText? {
    guard case .scalar(let scalar) = content, !scalar.isNothing else { return nil }
    return scalar.text
  }
}

extension MappingReader {
  /// A day; nil if the key is absent, and after a fault.
  mutating func date(_ key: String) -> Located<ReportDate>? {
    guard let text = text(key) else { return nil }
    guard let date = ReportDate(text.text) else {
      report(.notADate(at: text.range))
      return nil
    }
    return Located(date, at: text.range)
  }
}
