using Moothall.Platform.Documents.Tables;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Turns tables into a plan: pure, so that the same file with the same answers always comes to the same.</summary>
public static class Planner
{
    /// <summary>Reads the tables as a list of a kind.</summary>
    /// <param name="tables">The tables of the file.</param>
    /// <param name="kind">What the list is; minutes are read for the actions in them.</param>
    /// <param name="world">What is known already.</param>
    /// <param name="answers">What was answered so far.</param>
    public static ImportPlan Plan(
        IReadOnlyList<SheetTable> tables,
        ImportKind kind,
        KnownWorld world,
        IReadOnlyDictionary<string, string> answers
    )
    {
        var recognised = Recogniser.Recognise(
            tables,
            kind,
            new(answers, kind, world.ColumnsOf(kind))
        );
        var book = new PlanBook(world, answers);
        return kind switch
        {
            ImportKind.Cases => CasePlanner.Plan(recognised, book),
            ImportKind.Members => MemberPlanner.Plan(recognised, book),
            _ => ActionPlanner.Plan(kind, recognised, book),
        };
    }
}
