using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Settings;

/// <summary>The partnership this database belongs to: one row, made when the database is created.</summary>
public sealed class PartnershipSettings : Record
{
    /// <summary>The name in the header and on papers, for example "Chase Community Partnership" (S1-P1: configurable, with aliases).</summary>
    public required string Name { get; set; }

    /// <summary>Other names people use for it, one a line.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>The area it covers, for example "Cannock Chase District".</summary>
    public required string AreaName { get; set; }

    /// <summary>Header colour as <c>#rrggbb</c>.</summary>
    public string Colour { get; set; } = "#1d5b6b";

    /// <summary>Name of the information sharing protocol that members sign (S1-P3).</summary>
    public required string ProtocolName { get; set; }

    /// <summary>Who keeps that protocol, for example the county council (S3-2b); empty where that is not known.</summary>
    public string ProtocolOwner { get; set; } = "";

    /// <summary>Telephone number of the Community Safety Team, told where people must ring, for example for a password.</summary>
    public string TeamTelephone { get; set; } = "";

    /// <summary>The team's e-mail address, told to everyone as the one to ask.</summary>
    public string TeamEmail { get; set; } = "";

    /// <summary>Name or post of the data protection officer (UK GDPR art 37(7): published).</summary>
    public string DataProtectionOfficer { get; set; } = "";

    /// <summary>How to reach the data protection officer, on one line or several.</summary>
    public string DataProtectionContact { get; set; } = "";

    /// <summary>Set only when an empty database was filled with invented people; allows demonstration sign-in on this machine (settled 26).</summary>
    public int? DemonstrationSeed { get; init; }
}
