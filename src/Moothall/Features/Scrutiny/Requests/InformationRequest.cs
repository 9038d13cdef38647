using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>What the committee asks to know (R4.4).</summary>
public sealed class RequestDetails
{
    [Field("Committee", Limit = 200, Required = "Enter the name of the committee")]
    public string Committee { get; set; } = "";

    [Field("What was asked", Limit = 4000, Rows = 5, Required = "Enter what was asked")]
    public string Asked { get; set; } = "";

    [Field("Asked in writing on", Required = "Enter the day of the letter or e-mail")]
    public DateOnly? AskedOn { get; set; }

    [Field(
        "To be given by",
        Required = "Enter the day that the request names",
        Hint = "A request names a date; ask the committee for one where it does not."
    )]
    public DateOnly? By { get; set; }
}

/// <summary>Whether what is given says who anybody is (R4.5).</summary>
public enum Naming
{
    [Display(Name = "It is depersonalised")]
    Depersonalised,

    [Display(Name = "It identifies somebody")]
    Identifies,
}

/// <summary>Whether giving it does harm that the law forbids (R4.5).</summary>
public enum Prejudice
{
    [Display(Name = "No")]
    None,

    [Display(Name = "Yes: it is not given")]
    Likely,
}

/// <summary>What became of a request: the two gates, and what was given.</summary>
public sealed class ReleaseDetails
{
    [Field("Does it identify anybody?", Name = "Whether it identifies anybody", Conditional = true)]
    public Naming? Naming { get; set; }

    [Field(
        "Why it must identify somebody",
        Limit = 2000,
        Rows = 3,
        Conditional = true,
        Hint = "Only where the committee cannot properly do its work otherwise."
    )]
    public string WhyNaming { get; set; } = "";

    [Field(
        "Would it be likely to prejudice legal proceedings, or operations of police or others, now or later?",
        Name = "Whether it would prejudice proceedings or operations",
        Conditional = true
    )]
    public Prejudice? Prejudice { get; set; }

    [Field("Which, and who said so", Limit = 2000, Rows = 3, Conditional = true)]
    public string WhichPrejudice { get; set; } = "";

    [Field(
        "The committee was told on",
        Name = "When the committee was told",
        Conditional = true,
        Hint = "Leave it empty until the committee knows that it is not given."
    )]
    public DateOnly? ToldOn { get; set; }

    [Field("Given on", Conditional = true, Hint = "Leave it empty until it is given.")]
    public DateOnly? GivenOn { get; set; }

    [Field("What was given", Limit = 4000, Rows = 4, Conditional = true)]
    public string Given { get; set; } = "";

    [Field("What could not be given, and why", Limit = 2000, Rows = 3)]
    public string Left { get; set; } = "";

    [Field(
        "When the rest follows",
        Conditional = true,
        Hint = "As soon as reasonably possible. Leave it empty where it will not, and empty it again once it has."
    )]
    public DateOnly? RestOn { get; set; }
}

/// <summary>A request of the committee for information, in writing and with a date (R4.4).</summary>
public sealed class InformationRequest : Record
{
    public required RequestDetails Details { get; set; }
    public ReleaseDetails Release { get; set; } = new();
}

internal sealed class InformationRequestMapping : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.ComplexProperty(one => one.Release);
    }
}
