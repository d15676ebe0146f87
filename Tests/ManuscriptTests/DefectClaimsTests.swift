import Diagnostics
import Testing

/// A published report has claims that its own data do not bear out. Written in a chapter, each of them
/// is found, at its line.
@Suite struct DefectClaimsTests {
  private func faults(_ text: String) throws -> [String] { try SmallReport.compose(text).faults }

  /// 46% of the mayors against 24, 31 and 38%: the last is not a difference that a test tells apart.
  @Test func helpWithReportingStandsOutFromTwoOfThree() throws {
    let found = try faults(
      """
      ## Gewenste ondersteuning {question=hyp_ondersteuning}

      Burgemeesters noemen hulp bij melden
      [opvallend vaak]{hulp for burgemeester > all of wethouder, raadslid, statenlid}.
      """)
    #expect(found == ["4:1 failed-claim"])
  }

  /// "Significant" needs a test, and a test needs to know how many took part.
  @Test func significantNeedsATest() throws {
    let found = try faults(
      """
      ## Bekendheid {question=bekendheid}

      - Wethouders: de bekendheid is [significant toegenomen]{bekend > in 2021}.

      ## Aandacht {question=aandacht_voldoende}

      - Wethouders vinden vaker dat er genoeg aandacht is: dat is [toegenomen]{eens > in 2021}.
      """)
    #expect(found == ["3:32 failed-claim", "7:61 failed-claim"])
  }

  /// 51% has one half in its interval; 53% of the councillors has not.
  @Test func mostNeedsAMajority() throws {
    let found = try faults(
      """
      ## Bekendheid {question=bekendheid}

      - Wethouders kennen het team niet: [ruim de helft]{onbekend}.
      - Raadsleden kennen het team niet: [ruim de helft]{onbekend}.
      """)
    #expect(found == ["3:37 unproven-majority"])
  }

  /// One page speaks of what another page asked, and repeats a sentence of a third.
  @Test func copiedTextIsFound() throws {
    let found = try faults(
      """
      ## Waar men ondersteuning zoekt {question=hyp_bron}

      Gevraagd is waar ambtsdragers in zo'n geval ondersteuning zouden zoeken.

      ## De ondersteuning was dienstverlenend {question=oordeel}

      - Dienstverlenend vond {{ dienstverlenend.wel for raadslid }} haar.
      - Niet professioneel vond {{ dienstverlenend.niet for raadslid }} haar.

      ## De naamsbekendheid vergroten {question=naamsbekendheid}

      Gevraagd is waar ambtsdragers in zo'n geval ondersteuning zouden zoeken.
      """)
    #expect(found == ["8:30 other-item-named", "12:1 repeated-sentence"])
  }

  /// What is said twice about one question, in a loop, or with figures in it, was not copied.
  @Test func whatIsRepeatedOnPurposeIsNot() throws {
    let found = try faults(
      """
      ## Agressie {question=agressie}

      Deze vraag is aan alle deelnemers van beide metingen gesteld.

      Deze vraag is aan alle deelnemers van beide metingen gesteld.

      ::: each role
      Ook hier geldt dat niemand gedwongen was om mee te doen.
      :::

      Van de burgemeesters zei in deze meting [60%]{any for burgemeester} dat het zo was.

      ## Bekendheid {question=bekendheid}

      Van de burgemeesters zei in deze meting [93%]{bekend for burgemeester} dat het zo was.
      """)
    #expect(found == [])
  }
}
