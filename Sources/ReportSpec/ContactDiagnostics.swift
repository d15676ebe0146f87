import Diagnostics

extension Diagnostic {
  static func contactPhone(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "contact-phone", at: range, "'\(text)' is no telephone number",
      fixes: [Fix("write digits, with blanks, brackets and hyphens only: 010 123 45 67")])
  }

  static func contactMail(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "contact-mail", at: range, "'\(text)' is no mail address",
      fixes: [Fix("write it without 'mailto:': info@example.org")])
  }

  static func contactWeb(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "contact-web", at: range, "'\(text)' is no web address",
      fixes: [Fix("write it as it is printed: www.example.org")])
  }

  static func signOffWithoutNames(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "sign-off", at: range, "a sign-off must have a name",
      fixes: [Fix("write 'names: [A. de Vries]', or '- name: …' and 'function: …' for each")])
  }
}
