using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Import;

/// <summary>
/// The command <c>import plan FILE</c>. It says what a plan comes to and what is doubtful, and never writes: nothing of a plan is
/// brought in before a person has looked at it beside the document.
/// </summary>
public static class PlanImportCommand
{
    /// <summary>The word for it.</summary>
    public const string Kind = "plan";

    private const int Good = 0;
    private const int Refused = 1;
    private const int LookFirst = 2;

    /// <summary>Runs it: 0 for a dry run, 1 when the file is refused, 2 when it was asked to write.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        ImportRequest request,
        TextWriter output,
        TextWriter error
    )
    {
        if (request.File.Length == 0 || request.Map.Count > 0 || request.Hub.Length > 0)
        {
            await error.WriteLineAsync(
                "Say which file: import plan FILE --dry-run [--json] [--answers FILE]"
            );
            return LookFirst;
        }

        var (content, answers, problem) = await CommandFile.ReadAsync(
            request.File,
            request.Answers
        );
        if (problem is not null)
        {
            await error.WriteLineAsync(problem);
            return Refused;
        }

        var report = new PlanImportReport(request, output);
        var outline = OutlineReader.Read(content, Path.GetFileName(request.File));
        if (outline.Refusal.Length > 0)
        {
            await report.RefuseAsync(outline.Refusal);
            return Refused;
        }

        await using var scope = services.CreateAsyncScope();
        var reading = PlanReader.Read(
            outline,
            Path.GetFileName(request.File),
            await WorldAsync(scope.ServiceProvider),
            answers
        );
        await report.WriteAsync(reading);
        return request.IsDryRun ? Good : LookFirst;
    }

    // A plan can be tried before there is a partnership: then no agency is known yet.
    private static async Task<PlanWorld> WorldAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var today = UkTime.Today(services.GetRequiredService<TimeProvider>());
        return
            await db.Database.CanConnectAsync()
            && !(await db.Database.GetPendingMigrationsAsync()).Any()
            ? await PlanWorlds.LoadAsync(db, today, CancellationToken.None)
            : new(today, []);
    }
}
