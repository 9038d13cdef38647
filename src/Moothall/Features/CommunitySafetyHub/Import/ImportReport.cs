using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>What the command says: lines for a person, or one JSON object for a program.</summary>
internal sealed class ImportReport(ImportRequest request, ImportKind kind, TextWriter output)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file as a whole is refused.</summary>
    public Task RefuseAsync(string reason) =>
        request.IsJson
            ? SayAsync(
                new()
                {
                    ["kind"] = request.Kind,
                    ["file"] = Path.GetFileName(request.File),
                    ["refusal"] = reason,
                }
            )
            : output.WriteLineAsync(
                $"{Path.GetFileName(request.File)}: {reason} Nothing was written."
            );

    /// <summary>What a file came to, and what was written of it, if anything.</summary>
    public Task WriteAsync(ImportPlan plan, IReadOnlyList<HubImport> twice, HubImport? import) =>
        request.IsJson ? SayAsync(Json(plan, twice, import)) : LinesAsync(plan, twice, import);

    private Task SayAsync(JsonObject said) => output.WriteLineAsync(said.ToJsonString(Options));

    private JsonObject Json(ImportPlan plan, IReadOnlyList<HubImport> twice, HubImport? import)
    {
        var columns = plan.Recognised.Tables.SelectMany(table =>
            table.Columns.Select(column => (table.Name, column))
        );
        var said = new JsonObject
        {
            ["kind"] = request.Kind,
            ["file"] = Path.GetFileName(request.File),
            ["columns"] = List(
                columns
                    .Where(one => one.column.Field is not null)
                    .Select(one => new JsonObject
                    {
                        ["table"] = one.Name,
                        ["heading"] = one.column.Heading,
                        ["field"] = one.column.Field.ToString(),
                        ["why"] = one.column.Why,
                    })
            ),
            ["rows"] = new JsonObject
            {
                ["read"] = plan.RowsRead,
                ["ready"] = plan.RowsReady,
                ["refused"] = plan.Refused.Count,
            },
            ["questions"] = List(
                plan.Questions.Select(one => new JsonObject
                {
                    ["key"] = one.Key,
                    ["about"] = one.About,
                    ["value"] = one.Value,
                    ["question"] = one.Words,
                    ["suggestion"] = one.Suggestion,
                    ["certain"] = one.IsCertain,
                    ["open"] = plan.Open.Contains(one),
                    ["choices"] = List(
                        one.Choices.Select(choice => new JsonObject
                        {
                            ["value"] = choice.Value,
                            ["words"] = choice.Words,
                        })
                    ),
                })
            ),
            ["warnings"] = List(
                plan.Ready.SelectMany(one =>
                    one.Warnings.Select(warning => new JsonObject
                    {
                        ["place"] = one.Place,
                        ["warning"] = warning,
                    })
                )
            ),
            ["refused"] = List(
                plan.Refused.Select(one => new JsonObject
                {
                    ["place"] = one.Place,
                    ["reason"] = one.Reason,
                })
            ),
            ["unread"] = new JsonArray([
                .. columns
                    .Where(one => one.column.Field is null)
                    .Select(one => (JsonNode)one.column.Heading),
            ]),
            ["skipped"] = List(
                plan.Recognised.Unread.Concat(
                        plan.Recognised.Tables.SelectMany(table => table.Skipped)
                    )
                    .Select(one => new JsonObject { ["place"] = one.Place, ["reason"] = one.Why })
            ),
            ["broughtBefore"] = new JsonArray([.. twice.Select(one => (JsonNode)one.Reference)]),
        };
        if (!request.IsDryRun)
        {
            said["written"] = new JsonObject
            {
                ["rows"] = import?.RowsWritten ?? 0,
                [request.Kind] = import is null ? 0 : plan.Ready.Count,
            };
            said["import"] = import?.Reference;
        }

        return said;
    }

    private async Task LinesAsync(
        ImportPlan plan,
        IReadOnlyList<HubImport> twice,
        HubImport? import
    )
    {
        foreach (var table in plan.Recognised.Tables)
        {
            await output.WriteLineAsync($"{table.Name}: {table.Rows.Count} rows");
            foreach (var column in table.Columns)
            {
                var field = column.Field is { } read ? DisplayNames.Of(read) : "NOT READ";
                await output.WriteLineAsync($"  {column.Heading} = {field}. {column.Why}");
            }
        }

        foreach (
            var row in plan.Recognised.Unread.Concat(
                plan.Recognised.Tables.SelectMany(table => table.Skipped)
            )
        )
        {
            await output.WriteLineAsync($"No entry: {row.Place}: {row.Why}");
        }

        foreach (var question in plan.Questions)
        {
            var suggested = question
                .Choices.First(choice => choice.Value == question.Suggestion)
                .Words;
            var state = plan.Open.Contains(question) ? "ASKED" : "Settled";
            await output.WriteLineAsync(
                $"{state} ({question.Key}): {question.Words} Suggested: {suggested}"
            );
        }

        foreach (var one in plan.Ready)
        {
            foreach (var warning in one.Warnings)
            {
                await output.WriteLineAsync($"Look: {one.Place}: {warning}");
            }
        }

        foreach (var row in plan.Refused)
        {
            await output.WriteLineAsync($"Refused: {row.Place}: {row.Reason}");
        }

        foreach (var earlier in twice)
        {
            await output.WriteLineAsync(
                $"The same file was brought in before, as {earlier.Reference}. Take that back first."
            );
        }

        await output.WriteLineAsync(
            $"{plan.RowsRead} rows read, {plan.RowsReady} ready, {plan.Refused.Count} refused, {plan.Open.Count} questions open."
        );
        await output.WriteLineAsync(
            import is not null
                ? $"Brought in as {import.Reference}: {plan.Ready.Count} {DisplayNames.Of(kind).ToLowerInvariant()}. It can be taken back in the browser."
            : request.IsDryRun ? "Nothing was written, as asked."
            : plan.Open.Count > 0
                ? "Nothing was written: the questions must be answered in the browser, or with --answers FILE."
            : "Nothing was written."
        );
    }

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
