using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Settings;

/// <summary>What the partnership may say about itself.</summary>
public sealed class SettingsInput
{
    [Field(
        "Name of the partnership",
        Limit = 120,
        Required = "Enter the name of the partnership",
        Hint = "Shown at the top of every page and on papers."
    )]
    public string Name { get; set; } = "";

    [Field(
        "Other names in use",
        Limit = 1000,
        Rows = 3,
        Hint = "One on each line. Partners may know it by an older name."
    )]
    public string Aliases { get; set; } = "";

    [Field(
        "Area",
        Limit = 120,
        Required = "Enter the area the partnership covers",
        Hint = "For example, a district."
    )]
    public string AreaName { get; set; } = "";

    [Field(
        "Colour",
        Limit = 7,
        Width = 10,
        Required = "Enter a colour, like #1d5b6b",
        Hint = "# and six digits or letters from a to f. White words must be readable on it."
    )]
    public string Colour { get; set; } = "";

    [Field(
        "Name of the information sharing protocol",
        Limit = 200,
        Required = "Enter the name of the information sharing protocol"
    )]
    public string ProtocolName { get; set; } = "";

    [Field("Who keeps the protocol", Limit = 200, Hint = "For example, the county council.")]
    public string ProtocolOwner { get; set; } = "";

    [Field(
        "Telephone of the Community Safety Team",
        Kind = FieldKind.Telephone,
        Limit = 30,
        Width = 20,
        Hint = "Told to people who must ring, for example for the password of a locked file. It stands on the public pages too."
    )]
    public string TeamTelephone { get; set; } = "";

    [Field(
        "E-mail address of the Community Safety Team",
        Kind = FieldKind.Email,
        Limit = 256,
        Hint = "Stands on the public pages, the help and every page that says something went wrong. Nobody should send details of a case to it."
    )]
    public string TeamEmail { get; set; } = "";

    [Field(
        "Data protection officer",
        Limit = 120,
        Hint = "A name or a post. Stands in the privacy notice until that has a text of its own."
    )]
    public string DataProtectionOfficer { get; set; } = "";

    [Field(
        "How to reach the data protection officer",
        Limit = 400,
        Rows = 3,
        Hint = "An e-mail address, a telephone number or a postal address."
    )]
    public string DataProtectionContact { get; set; } = "";

    internal static SettingsInput Of(PartnershipSettings own) =>
        new()
        {
            Name = own.Name,
            Aliases = own.Aliases,
            AreaName = own.AreaName,
            Colour = own.Colour,
            ProtocolName = own.ProtocolName,
            ProtocolOwner = own.ProtocolOwner,
            TeamTelephone = own.TeamTelephone,
            TeamEmail = own.TeamEmail,
            DataProtectionOfficer = own.DataProtectionOfficer,
            DataProtectionContact = own.DataProtectionContact,
        };

    internal void ApplyTo(PartnershipSettings own)
    {
        (own.Name, own.Aliases, own.AreaName) = (Name, Aliases, AreaName);
        own.Colour = Colour.ToLowerInvariant();
        (own.ProtocolName, own.ProtocolOwner) = (ProtocolName, ProtocolOwner);
        (own.TeamTelephone, own.TeamEmail) = (TeamTelephone, TeamEmail);
        own.DataProtectionOfficer = DataProtectionOfficer;
        own.DataProtectionContact = DataProtectionContact;
    }
}
