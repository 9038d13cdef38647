using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moothall.Features.Plan.Import.Reading;

namespace Moothall.Features.Plan.Import;

/// <summary>What the command says of a plan: lines for a person, or one JSON object for a program.</summary>
internal sealed class PlanImportReport(ImportRequest request, TextWriter output)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string File => Path.GetFileName(request.File);

    /// <summary>The file as a whole is refused.</summary>
    public Task RefuseAsync(string reason) =>
        request.IsJson
            ? SayAsync(
                new()
                {
                    ["kind"] = PlanImportCommand.Kind,
                    ["file"] = File,
                    ["refusal"] = reason,
                }
            )
            : output.WriteLineAsync($"{File}: {reason}");

    /// <summary>What a plan came to.</summary>
    public Task WriteAsync(PlanReading plan) =>
        request.IsJson ? SayAsync(Json(plan)) : LinesAsync(plan);

    private JsonObject Json(PlanReading plan) =>
        new()
        {
            ["kind"] = PlanImportCommand.Kind,
            ["file"] = File,
            ["title"] = plan.Title,
            ["period"] = plan.Period.ToString(),
            ["priorities"] = plan.Priorities.Count,
            ["strands"] = plan.Strands.Count(),
            ["actions"] = plan.Actions.Count,
            ["priorityLinks"] = plan.Actions.Sum(action => action.Priorities.Count),
            ["byPriority"] = Counts(plan.ByPriority()),
            ["targetDates"] = Counts(plan.ByTarget()),
            ["commissionersPriorities"] = plan.Commissioners.Count,
            ["questions"] = new JsonArray([
                .. plan.Questions.Select(one => new JsonObject
                {
                    ["key"] = one.Key,
                    ["about"] = one.About,
                    ["value"] = one.Value,
                    ["question"] = one.Words,
                    ["suggestion"] = one.Suggestion,
                    ["open"] = plan.Open.Contains(one),
                    ["choices"] = new JsonArray([
                        .. one.Choices.Select(choice => new JsonObject
                        {
                            ["value"] = choice.Value,
                            ["words"] = choice.Words,
                        }),
                    ]),
                }),
            ]),
            ["unread"] = new JsonArray([
                .. plan.Unread.Select(piece => new JsonObject
                {
                    ["place"] = piece.Place,
                    ["text"] = piece.Text,
                }),
            ]),
        };

    private async Task LinesAsync(PlanReading plan)
    {
        await output.WriteLineAsync($"{plan.Title}, {plan.Period}");
        await output.WriteLineAsync(
            $"{plan.Priorities.Count} priorities, {plan.Strands.Count()} strands, {plan.Actions.Count} actions, {plan.Actions.Sum(action => action.Priorities.Count)} links of actions to priorities."
        );
        foreach (var (name, count) in plan.ByPriority())
        {
            await output.WriteLineAsync($"  {name}: {count}");
        }

        foreach (var (name, count) in plan.ByTarget())
        {
            await output.WriteLineAsync($"  by {name}: {count}");
        }

        foreach (var question in plan.Questions)
        {
            var suggested = question
                .Choices.First(choice => choice.Value == question.Suggestion)
                .Words;
            await output.WriteLineAsync(
                $"{(plan.Open.Contains(question) ? "ASKED" : "Settled")} ({question.Key}): {question.Words} Suggested: {suggested}"
            );
        }

        foreach (var piece in plan.Unread)
        {
            await output.WriteLineAsync($"Unread: {piece.Place}: {piece.Text}");
        }

        await output.WriteLineAsync(
            request.IsDryRun
                ? "Nothing was written, as asked."
                : "Nothing was written. A plan is brought in in the browser, where it is shown beside the document first."
        );
    }

    private Task SayAsync(JsonObject said) => output.WriteLineAsync(said.ToJsonString(Options));

    private static JsonObject Counts(IEnumerable<(string Name, int Count)> counts) =>
        new(counts.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Count)));
}
