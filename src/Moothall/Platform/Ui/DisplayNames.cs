using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Moothall.Platform.Ui;

/// <summary>The words people read for the members of an enumeration: its <c>[Display(Name)]</c>, or the name in sentence case.</summary>
public static partial class DisplayNames
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The words for one member.</summary>
    public static string Of(Enum member) =>
        Known.GetOrAdd(
            member,
            static one => Attribute<DisplayAttribute>(one)?.GetName() ?? Sentence(one.ToString())
        );

    /// <summary>Every member of an enumeration as a choice, in declared order, posted by its name.</summary>
    public static IReadOnlyList<SelectListItem> Choices(Type enumeration) =>
        [
            .. enumeration
                .GetEnumValues()
                .Cast<Enum>()
                .Select(one => new SelectListItem(Of(one), one.ToString())),
        ];

    /// <summary>Every member of an enumeration as a choice.</summary>
    public static IReadOnlyList<SelectListItem> Choices<T>()
        where T : struct, Enum => Choices(typeof(T));

    /// <summary>The attribute on a member, if it carries one.</summary>
    internal static T? Attribute<T>(Enum member)
        where T : Attribute =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<T>();

    /// <summary>A name of the code in words: "TargetUntil" is "Target until".</summary>
    public static string Sentence(string name)
    {
        var words = WordStart().Replace(name, match => " " + match.Value.ToLowerInvariant());
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

/// <summary>The colour of the tag an enumeration's member is shown as: grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TagColourAttribute(string colour) : Attribute
{
    /// <summary>Name of the colour in the design system.</summary>
    public string Colour { get; } = colour;
}
