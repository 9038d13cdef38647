using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Tables;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A hub against which lists are read without a database.</summary>
internal static class Worlds
{
    public static readonly string Police = Id(1).ToString();
    public static readonly string Housing = Id(2).ToString();

    public static readonly IReadOnlyList<KnownAgency> Agencies =
    [
        new(
            Id(1),
            "Testshire Police",
            Id(11),
            "Testshire Police",
            [new(Id(21), "Petra Novak", "petra@testbourne.example")]
        ),
        new(Id(2), "Testbourne Council - Housing Options", Id(12), "Testbourne Council", []),
        new(Id(3), "Testbourne Council - Community Safety", Id(12), "Testbourne Council", []),
        new(Id(4), "Domestic Abuse Support Agencies", Id(13), "Harbour", []),
    ];

    public static readonly IReadOnlyList<KnownTopic> Topics =
    [
        new(Id(31), "Anti-Social Behaviour", "Anti-social behaviour", CaseVisibility.Hub),
        new(Id(32), "Arson", "", CaseVisibility.Hub),
        new(Id(33), "Domestic Abuse", "Domestic abuse", CaseVisibility.NamedAgencies),
    ];

    public static readonly KnownWorld Known = new(
        new(2026, 11, 23),
        new(2026, 11, 24),
        Agencies,
        Topics,
        [
            new(
                Id(41),
                "CSH-2026-K7QM",
                "CSH/24/017",
                "Repeated damage",
                [("example", "jane", new DateOnly(1990, 5, 14))]
            ),
        ],
        [
            new(Id(21), "Petra Novak", "petra@testbourne.example"),
            new(Id(22), "Gita Shah", "gita@testbourne.example"),
        ],
        [(Id(11), "Testshire Police"), (Id(12), "Testbourne Council")],
        new HashSet<string>()
    );

    public static ImportPlan Plan(
        ImportKind kind,
        string csv,
        params (string Key, string Value)[] answers
    ) => Plan(kind, TableFiles.Bytes(csv), "list.csv", answers);

    public static ImportPlan Plan(
        ImportKind kind,
        byte[] file,
        string name,
        params (string Key, string Value)[] answers
    )
    {
        var read = TableReader.Read(file, name);
        Assert.Equal("", read.Refusal);
        return Planner.Plan(
            read.Tables,
            kind,
            Known,
            answers.ToDictionary(one => one.Key, one => one.Value)
        );
    }

    private static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:d12}");
}
