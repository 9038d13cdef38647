using System.Globalization;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Import;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>The demonstration's plan, brought in from its document as any other is; its years are those around today.</summary>
internal static class DemonstrationPartnershipPlan
{
    private const string Document = "Moothall.Features.Partnership.Presets.demonstration-plan.txt";

    public static async Task WriteAsync(MoothallDb db, DateOnly today, CancellationToken cancel)
    {
        await using var stream =
            typeof(DemonstrationPartnershipPlan).Assembly.GetManifestResourceStream(Document)
            ?? throw new InvalidOperationException($"{Document} is not in the assembly.");
        using var reader = new StreamReader(stream);
        // The plan began on the 1 April before today.
        var first = today.Month < 4 ? today.Year - 1 : today.Year;
        var text = (await reader.ReadToEndAsync(cancel))
            .Replace("{Y}", Year(first), StringComparison.Ordinal)
            .Replace("{Y1}", Year(first + 1), StringComparison.Ordinal)
            .Replace("{Y2}", Year(first + 2), StringComparison.Ordinal)
            .Replace("{Y3}", Year(first + 3), StringComparison.Ordinal);
        var outline = OutlineReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "plan.txt");
        var world = await PlanWorlds.LoadAsync(db, today, cancel);
        var reading = PlanReader.Read(outline, "plan.txt", world, new Dictionary<string, string>());
        var plan = await new PlanWriter(db).WriteAsync(
            reading,
            UkTime.ToUtc(today, new(9, 0)),
            cancel
        );
        plan.Details.Status = PlanStatus.InForce;
        plan.Change(plan.Details, plan.Details.From!.Value);
        DemonstrationPlanProgress.Write(plan, today);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
