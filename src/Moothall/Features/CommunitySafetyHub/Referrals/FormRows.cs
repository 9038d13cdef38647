using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>
/// Adds and removes rows of people and places on the server, so that the form works without a script. What was typed lives in
/// the model state, untouched even where it could not be read.
/// </summary>
public static partial class FormRows
{
    /// <summary>Carries out a row button: <c>add People</c>, <c>remove People 2</c>. Anything else changes nothing.</summary>
    public static void Change(ModelStateDictionary state, ReferralForm form, string? button)
    {
        if (Button().Match(button ?? "") is { Success: true } pressed)
        {
            var list = pressed.Groups["list"].Value;
            if (pressed.Groups["row"] is { Success: true, ValueSpan: var number })
            {
                Remove(
                    state,
                    $"Input.{list}",
                    int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
                );
                Size(state, form, 0, 0);
            }
            else
            {
                var people = list == nameof(ReferralForm.People) ? 1 : 0;
                Size(state, form, people, 1 - people);
            }
        }
        else
        {
            Size(state, form, 0, 0);
        }

        Quieten(state);
    }

    /// <summary>Gives a form that was not typed into yet one row of each to type in.</summary>
    public static void AtLeastOne(ReferralForm form)
    {
        form.People = Sized(form.People, form.People.Count);
        form.Places = Sized(form.Places, form.Places.Count);
    }

    /// <summary>Gives the form as many rows as were typed, and at least one of each to type in.</summary>
    public static void Size(
        ModelStateDictionary state,
        ReferralForm form,
        int morePeople = 0,
        int morePlaces = 0
    )
    {
        form.People = Sized(form.People, Count(state, "Input.People") + morePeople);
        form.Places = Sized(form.Places, Count(state, "Input.Places") + morePlaces);
    }

    private static List<T> Sized<T>(List<T> rows, int count)
        where T : new()
    {
        var wanted = Math.Clamp(count, 1, ReferralForm.MostRows);
        return
        [
            .. rows.Take(wanted),
            .. Enumerable.Range(0, Math.Max(0, wanted - rows.Count)).Select(_ => new T()),
        ];
    }

    private static int Count(ModelStateDictionary state, string list) =>
        state
            .Keys.Select(key => RowOf(key, list))
            .OfType<(int Row, string Tail)>()
            .Select(found => found.Row + 1)
            .DefaultIfEmpty(0)
            .Max();

    private static void Remove(ModelStateDictionary state, string list, int row)
    {
        var values = state
            .Where(pair => pair.Value?.RawValue is not null)
            .Select(pair => (pair.Key, Raw: pair.Value!.RawValue!))
            .ToList();
        state.Clear();
        foreach (var (key, raw) in values)
        {
            if (RowOf(key, list) is not { } found)
            {
                Put(state, key, raw);
            }
            else if (found.Row != row)
            {
                var now = found.Row > row ? found.Row - 1 : found.Row;
                Put(
                    state,
                    string.Create(CultureInfo.InvariantCulture, $"{list}[{now}]{found.Tail}"),
                    raw
                );
            }
        }
    }

    private static void Put(ModelStateDictionary state, string key, object raw) =>
        state.SetModelValue(
            key,
            new ValueProviderResult(
                raw switch
                {
                    string[] many => new StringValues(many),
                    _ => new StringValues(raw.ToString()),
                }
            )
        );

    private static (int Row, string Tail)? RowOf(string key, string list)
    {
        if (!key.StartsWith(list + "[", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var from = list.Length + 1;
        var to = key.IndexOf(']', from);
        return
            to > from
            && int.TryParse(
                key.AsSpan(from, to - from),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var row
            )
            && row < ReferralForm.MostRows
            ? (row, key[(to + 1)..])
            : null;
    }

    // Nobody is told off for a form they have not sent yet.
    private static void Quieten(ModelStateDictionary state)
    {
        foreach (var key in state.Keys.ToList())
        {
            state.ClearValidationState(key);
        }
    }

    [GeneratedRegex(
        @"^(?<deed>add|remove) (?<list>People|Places)( (?<row>[0-9]{1,2}))?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Button();
}
