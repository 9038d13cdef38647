using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>
/// The command <c>import cases|actions|members FILE</c>. It says what was recognised, asked and refused, and writes only where
/// nothing is left to ask; otherwise the questions are answered in the browser or in a file.
/// </summary>
public static class ImportCommand
{
    private const int Good = 0;
    private const int Refused = 1;
    private const int Asked = 2;

    private const string Usage =
        "Say what and from which file: import cases|actions|members FILE [--dry-run] [--json] [--answers FILE] [--map HEADING=FIELD] [--hub NAME]";

    /// <summary>Runs it: 0 when it did what was asked, 1 when the file or the database is refused, 2 when something must be answered first.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        ImportRequest request,
        TextWriter output,
        TextWriter error
    )
    {
        if (KindOf(request.Kind) is not { } kind || request.File.Length == 0)
        {
            await error.WriteLineAsync(Usage);
            return Asked;
        }

        await using var scope = services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<AuditActor>()
            .BeJob("import", "bringing in a list by command");
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        if (!await db.Database.CanConnectAsync())
        {
            await error.WriteLineAsync("There is no database at this address.");
            return Refused;
        }

        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await error.WriteLineAsync(
                "This database is of an earlier version. Start the application on it once."
            );
            return Refused;
        }

        var hubs = await db.Set<GovernanceBody>()
            .Where(body =>
                body.Type == BodyType.Hub && (request.Hub == "" || body.Name == request.Hub)
            )
            .Select(body => body.Id)
            .ToListAsync();
        if (hubs.Count != 1)
        {
            await error.WriteLineAsync(
                hubs.Count == 0
                    ? "There is no such hub in this database."
                    : "There are several hubs: say which with --hub NAME."
            );
            return Refused;
        }

        return await ReadAsync(scope.ServiceProvider, db, hubs[0], kind, request, output, error);
    }

    private static async Task<int> ReadAsync(
        IServiceProvider services,
        MoothallDb db,
        Guid hub,
        ImportKind kind,
        ImportRequest request,
        TextWriter output,
        TextWriter error
    )
    {
        var report = new ImportReport(request, kind, output);
        var (content, answers, problem) = await CommandFile.ReadAsync(
            request.File,
            request.Answers
        );
        if ((problem ?? Map(request.Map, kind, answers)) is { } wrong)
        {
            await error.WriteLineAsync(wrong);
            return Refused;
        }

        var read = TableReader.Read(content, Path.GetFileName(request.File));
        if (read.Refusal.Length > 0)
        {
            await report.RefuseAsync(read.Refusal);
            return Refused;
        }

        var viewer = new HubViewer(
            Guid.Empty,
            "the import command",
            null,
            true,
            true,
            [],
            [],
            [],
            [],
            []
        )
        {
            MemberBodyIds = [],
        };
        var world = await services.GetRequiredService<KnownWorlds>().LoadAsync(hub, viewer);
        var plan = WithSomebodyNamed(Planner.Plan(read.Tables, kind, world, answers));
        if (plan.Recognised.Tables.Count == 0)
        {
            await report.RefuseAsync(
                $"No list of {request.Kind} was found in this file: no row of headings that are known. {Recogniser.Needed(kind)} --map HEADING=FIELD says what a column is."
            );
            return Refused;
        }

        var writer = services.GetRequiredService<ImportWriter>();
        var twice = await writer.EarlierAsync(content, CancellationToken.None);
        if (request.IsDryRun || plan.Open.Count > 0 || twice.Count > 0 || plan.Ready.Count == 0)
        {
            await report.WriteAsync(plan, twice, null);
            return request.IsDryRun ? Good
                : plan.Open.Count > 0 ? Asked
                : Refused;
        }

        db.BeginUnit();
        var import = await writer.WriteAsync(
            plan,
            hub,
            new(FileNames.Clean(request.File), read.ContentType, content, null),
            viewer
        );
        await db.SaveChangesAsync();
        await db.CommitAsync();
        await report.WriteAsync(plan, twice, import);
        return Good;
    }

    /// <summary>Takes what was said of columns for answers; the words of a refusal otherwise.</summary>
    private static string? Map(
        IReadOnlyList<string> map,
        ImportKind kind,
        Dictionary<string, string> answers
    )
    {
        foreach (var one in map)
        {
            var at = one.LastIndexOf('=');
            if (at < 1 || ColumnAnswers.Read(one[(at + 1)..], kind) is null)
            {
                return $"“{one}” does not say what a column is. After its heading and an equals sign comes {QuestionBook.LeaveOut} or one of these: {string.Join(", ", HeadingWords.FieldsOf(kind))}.";
            }

            answers[ColumnAnswers.KeyOf(one[..at])] = one[(at + 1)..];
        }

        return null;
    }

    // What is for named people only needs somebody to be named, and a command is nobody.
    private static ImportPlan WithSomebodyNamed(ImportPlan plan)
    {
        bool IsLost(Planned one) =>
            one is PlannedCase hubCase
            && (
                hubCase.Visibility == CaseVisibility.NamedPeople
                || hubCase.People.Any(person => person.IsKept)
            );
        return plan with
        {
            Ready = [.. plan.Ready.Where(one => !IsLost(one))],
            Refused =
            [
                .. plan.Refused,
                .. plan
                    .Ready.Where(IsLost)
                    .SelectMany(one => one.Rows)
                    .Select(one => new RefusedRow(
                        one.Row.Place,
                        "It is, or holds something, for named people only: bring it in in the browser, where somebody is named.",
                        one.Table,
                        one.Row
                    )),
            ],
        };
    }

    private static ImportKind? KindOf(string word) =>
        word switch
        {
            "cases" => ImportKind.Cases,
            "actions" => ImportKind.Actions,
            "members" => ImportKind.Members,
            _ => null,
        };
}
