/// What can be wrong with a survey file itself, whatever a codebook says of it.
public enum SurveyFileFault: Error, Sendable, Hashable {
  /// The machine cannot read the file.
  case unreadable
  /// There is nothing in the file, not even a header.
  case empty
  /// A text of a text file is not in the encoding of the file; the row starts on this line.
  case badText(line: Int)
  /// A quoted field is never closed; the row starts on this line.
  case openQuote(line: Int)
  /// No field of a survey is this long; a quote may be open.
  case longField(line: Int, bound: Int)
  /// The encoding that was asked for is not one that can be read.
  case unknownEncoding(String)
  /// The texts of a binary file are not in the encoding that it says.
  case wrongEncoding
  /// The file is not what its name says: no .sav, .por or .dta file begins like this.
  case wrongKind
  /// The file ends before its last respondent, or before its first.
  case cutOff
  /// The file contradicts its own format.
  ///
  /// - Parameter reason: what ReadStat says of it.
  case damaged(reason: String)
}
