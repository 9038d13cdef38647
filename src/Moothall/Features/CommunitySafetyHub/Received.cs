using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>How an agency's word reached the team.</summary>
public enum ReceivedBy
{
    [Display(Name = "By telephone")]
    Telephone,

    [Display(Name = "By e-mail")]
    Email,

    [Display(Name = "On paper")]
    Paper,

    [Display(Name = "In person")]
    InPerson,
}

/// <summary>
/// That what stands here is another's word, taken down by whoever recorded it, never posing as the other (settled 16). Without a
/// name in <see cref="From"/> it is the recorder's own. It is the bound form and a part of the record.
/// </summary>
public sealed class Received
{
    [Field(
        "Received from",
        Limit = 120,
        Conditional = true,
        Hint = "Only where you write down what someone told you: who told you."
    )]
    public string From { get; set; } = "";

    [Field("How did it reach you?", Name = "How it reached you", Conditional = true)]
    public ReceivedBy? By { get; set; }

    [Field("When did it reach you?", Name = "When it reached you", Hint = "Today without a date.")]
    public DateOnly? On { get; set; }

    /// <summary>Whether it is another's word.</summary>
    public bool IsSet => From.Length > 0;

    /// <summary>"received from Hannah Wright at Testshire Housing, by telephone, on 23 November 2026"; empty for the recorder's own word.</summary>
    public string Words(string agency)
    {
        if (!IsSet)
        {
            return "";
        }

        var at = agency.Length > 0 ? $" at {agency}" : "";
        var how = By is { } manner ? $", {Manner(manner)}" : "";
        var when = On is { } day ? $", on {UkTime.Date(day)}" : "";
        return $"received from {From}{at}{how}{when}";
    }

    /// <summary>Who stands behind the words: the recorder alone, or the other with the recorder who took it down.</summary>
    public string Behind(string agency, string byName) =>
        IsSet ? $"{Words(agency)}, taken down by {byName}" : byName;

    /// <summary>What is missing for another's word, with the field that it is missing from; nothing when it is complete.</summary>
    public (string Field, string Words)? Problem(string agency, DateOnly today) =>
        this switch
        {
            _ when string.IsNullOrWhiteSpace(From) => (
                nameof(From),
                $"Say who at {agency} told you."
            ),
            { By: null } => (nameof(By), "Say how it reached you."),
            _ when On > today => (nameof(On), "The day it reached you cannot be in the future."),
            _ => null,
        };

    /// <summary>As it is kept: a copy of its own, today where no day was given.</summary>
    public Received Kept(DateOnly today) =>
        string.IsNullOrWhiteSpace(From)
            ? new()
            : new()
            {
                From = From.Trim(),
                By = By,
                On = On ?? today,
            };

    /// <summary>The columns of it, named alike in every table.</summary>
    internal static void Columns(ComplexPropertyBuilder<Received> part)
    {
        part.Property(received => received.From).HasColumnName("ReceivedFrom");
        part.Property(received => received.By).HasColumnName("ReceivedBy");
        part.Property(received => received.On).HasColumnName("ReceivedOn");
    }

    private static string Manner(ReceivedBy manner)
    {
        var words = DisplayNames.Of(manner);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }
}
