using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Lists as hubs really keep them: title rows, merged cells, totals, blank rows, headings of their own, dates of every kind. All people are invented.</summary>
internal static class MessyLists
{
    /// <summary>A workbook of open cases: a title above the headings, one row a person, the reference merged over two rows, a closed case, a total.</summary>
    public static byte[] Cases() =>
        Xlsx(
            new Sheet(
                "Open cases",
                [
                    [
                        "TESTBOURNE COMMUNITY SAFETY HUB – CASE TRACKER",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                    ],
                    [
                        "Updated 17/11/2026 by CB",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                    ],
                    [],
                    [
                        "Ref No.",
                        "Surname",
                        "Forename(s)",
                        "D.O.B",
                        "Involvement",
                        "Address",
                        "Issue",
                        "Category",
                        "Date opened",
                        "Status",
                        "Referred by",
                        "Shoe size",
                    ],
                    [
                        "CSH/24/017",
                        "EXAMPLE",
                        "Jane",
                        new DateOnly(1990, 5, 14),
                        "Victim",
                        "1 Nowhere Street",
                        "Repeated damage to a front door",
                        "ASB",
                        new DateOnly(2026, 3, 3),
                        "Open",
                        "Police",
                        6,
                    ],
                    [
                        null,
                        "SAMPLE",
                        "John",
                        "31/02/1985",
                        "Perp",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                    ],
                    [
                        "CSH/25/004",
                        "O'MODEL",
                        "Aisha",
                        "3 Jan 88",
                        "victim",
                        "2 Nowhere Street",
                        "Visits by a former partner",
                        "DV",
                        "12.10.25",
                        "Live",
                        "Harbour",
                        null,
                    ],
                    [
                        "CSH/25/009",
                        "PATTERN",
                        "Lee",
                        null,
                        "Subject",
                        null,
                        "Lee Pattern sets small fires in the park",
                        "Fire setting",
                        "45992",
                        "Monitoring",
                        "Housing",
                        null,
                    ],
                    [
                        "CSH/23/101",
                        "FORMER",
                        "Una",
                        "01/02/1970",
                        "Victim",
                        null,
                        "Noise",
                        "ASB",
                        "01/01/2024",
                        "Closed",
                        "Police",
                        null,
                    ],
                    [],
                    ["Total", null, null, null, null, null, null, null, 4, null, null, null],
                ],
                "A1:J1",
                "A5:A6"
            ),
            new Sheet(
                "Lookups",
                [
                    ["ASB", "x"],
                    ["DV", "y"],
                ]
            )
            {
                IsHidden = true,
            },
            new Sheet(
                "Notes",
                [
                    ["Remember to print"],
                ]
            )
        );

    /// <summary>The same hub's list as another council keeps it: CSV with semicolons, one column for the name, headings in another order.</summary>
    public static byte[] OtherCouncil() =>
        Bytes(
            "Topic;Name of subject;Date of birth;Location;Date received;Case no;Background;Lead agency;Owner's mood\r\n"
                + "Anti social;\"EXAMPLE, Mary Ann\";04/05/1991;The green;01/09/2026;H-1;\"Rings at night;\nsaid to be frightened\";Testshire Police;good\r\n"
                + "Arson;Youths at the park;;The park;02/09/2026;H-2;Bins alight;Testshire Police;\r\n"
                + "Arson;;;;;H-4;;;\r\n"
                + "Arson;Mr B. Fixture;not known;;03/13/2026;H-3;Bins;Testshire Police;bad\r\n"
        );

    /// <summary>Minutes in Word with the usual table of actions.</summary>
    public static byte[] Minutes(string besides = "") =>
        Docx(
            Paragraph("Community Safety Hub, minutes of Tuesday 10 November 2026")
                + Paragraph($"Present: police, housing. {besides}")
                + "<w:tbl>"
                + $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("No")}{Cell("Action")}{Cell("Who")}{Cell("By when")}{Cell("Update")}</w:tr>"
                + $"<w:tr>{Cell("1")}{Cell("Visit the address with the warden")}{Cell("Petra Novak")}{Cell("24th November 2026")}{Cell("Visited once")}</w:tr>"
                + $"<w:tr>{Cell("2")}{Cell("Write to the landlord")}{Cell("Housing")}{Cell("ASAP")}{Cell("")}</w:tr>"
                + $"<w:tr>{Cell("3")}{Cell("Fit new locks")}{Cell("Housing")}{Cell("01/12/26")}{Cell("Complete")}</w:tr>"
                + "</w:tbl>"
        );

    /// <summary>A list of actions kept in Excel, with case references and a RAG column.</summary>
    public static byte[] Actions() =>
        Xlsx(
            new Sheet(
                "Action log",
                [
                    ["Action log 2026"],
                    [
                        "Case ref",
                        "Action required",
                        "Action owner",
                        "Target date",
                        "RAG",
                        "Date set",
                    ],
                    [
                        "CSH/24/017",
                        "Offer a door camera",
                        "Testshire Police",
                        new DateOnly(2026, 12, 8),
                        "Amber",
                        new DateOnly(2026, 11, 10),
                    ],
                    [
                        "CSH/99/999",
                        "Something of an unknown case",
                        "Testshire Police",
                        "08/12/2026",
                        "Red",
                        "10/11/2026",
                    ],
                    ["CSH/24/017", "Ring the school", "Skool Nursing", "31/11/2026", "Green", ""],
                    [
                        "CSH/24/017",
                        "Done long ago",
                        "Testshire Police",
                        "01/10/2026",
                        "Complete",
                        "01/09/2026",
                    ],
                ]
            )
        );

    /// <summary>The contact list of a hub: one row a person, agencies spelt in other ways.</summary>
    public static byte[] Members() =>
        Bytes(
            "Hub contacts,,,,,\r\n"
                + "Organisation,Representative,Job title,E-mail,Deputy?,ISP signed\r\n"
                + "Testshire Police,Petra Novak,Sergeant,petra@testbourne.example,,2019\r\n"
                + "Probation Service,Paul Invented,Senior officer,paul.invented@probation.example,No,01/02/2024\r\n"
                + "Probation Service,Gita Shah,Officer,gita@testbourne.example,Yes,\r\n"
                + "Testbourne Council – Parks,Sam Made-Up,Warden,,,\r\n"
                + ",Nobody,,,,\r\n"
        );
}
