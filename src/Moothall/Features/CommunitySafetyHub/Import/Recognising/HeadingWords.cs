using Moothall.Platform.Spelling;
using static Moothall.Features.CommunitySafetyHub.Import.Recognising.ImportField;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>The words over the columns of real hubs' lists, and what each means in a list of one kind.</summary>
public static class HeadingWords
{
    private static readonly (ImportField Field, string Words)[] CaseWords =
    [
        (
            OldReference,
            "ref|reference|ref no|reference number|case ref|case reference|case no|case number|case id|hub ref|hub reference|hub no|csh ref|urn|id|our ref|unique reference|case"
        ),
        (
            Title,
            "title|subject|issue|case title|case name|concern|nature of concern|reason for referral|problem|presenting issue|headline|matter"
        ),
        (
            Summary,
            "summary|details|detail|description|background|notes|comments|information|current situation|case summary|circumstances|history|update|latest update|progress|risks|concerns|discussion|outcome of discussion|case notes"
        ),
        (
            Topic,
            "topic|topics|category|type|type of case|case type|crime type|theme|issue type|type of issue|asb type|incident type|subject category"
        ),
        (Status, "status|case status|open closed|open or closed|state|current status|open"),
        (
            OpenedOn,
            "date opened|opened|opened on|date referred|date of referral|referral date|date received|received|date added|date raised|start date|date|date of first meeting|first discussed|date to hub|date open"
        ),
        (
            FullName,
            "name|full name|subject name|client|client name|person|nominal|nominals|name of subject|names|individual|individual name|name of person|persons of concern|person of concern|service user|perpetrator name|victim name|resident"
        ),
        (
            GivenNames,
            "first name|forename|forenames|given name|given names|first names|christian name"
        ),
        (FamilyName, "surname|last name|family name|second name"),
        (DateOfBirth, "dob|d o b|date of birth|birth date|born|birthdate"),
        (Age, "age|approx age|estimated age|age years"),
        (
            PersonRole,
            "role|involvement|victim or perpetrator|vic perp|person type|subject type|perp or victim|relationship to case"
        ),
        (
            Address,
            "address|home address|address line 1|full address|residence|subject address|last known address"
        ),
        (Postcode, "postcode|post code|pcode"),
        (
            Telephone,
            "telephone|phone|tel|mobile|contact number|tel no|phone number|telephone number|mobile number"
        ),
        (
            Place,
            "location|place|area|location of incident|incident location|site|hotspot|ward|venue|street"
        ),
        (
            Agency,
            "agency|referring agency|referred by|referrer|lead agency|lead|organisation|referral agency|source|referral source|agency referring|partner|lead partner|referring organisation"
        ),
        (LineNumber, "no|number|line|row|item|item no|s no"),
    ];

    private static readonly (ImportField Field, string Words)[] ActionWords =
    [
        (
            ActionText,
            "action|actions|action required|task|what|what needs to be done|agreed action|description|action description|action agreed|details|action details|action point"
        ),
        (
            Owner,
            "owner|who|agency|lead|by whom|responsible|responsible agency|lead agency|action owner|assigned to|organisation|responsibility|owning agency|allocated to|who by"
        ),
        (
            Person,
            "person|officer|name|lead officer|responsible officer|responsible person|named officer|contact"
        ),
        (
            Due,
            "due|due date|by when|deadline|target date|when|date due|complete by|completion date|timescale|target|review date|target completion"
        ),
        (
            AgreedOn,
            "date agreed|date raised|date set|meeting date|date of meeting|raised|date|date of action|set on|agreed|date added|date given"
        ),
        (
            CaseReference,
            "case|case ref|case reference|case no|case number|ref|reference|hub ref|related case|case id|urn|case name"
        ),
        (
            Status,
            "status|complete|completed|open closed|state|rag|rag status|done|action status|progress status"
        ),
        (
            Update,
            "update|updates|progress|comments|latest update|notes|outcome|progress update|current position|position|result"
        ),
        (
            LineNumber,
            "no|number|action no|action number|item|item no|action ref|action reference|action id|line"
        ),
    ];

    private static readonly (ImportField Field, string Words)[] MemberWords =
    [
        (
            Agency,
            "agency|member|organisation|organization|name of agency|agency name|organisation name|partner|partner agency|service|team|department|member organisation|company|partner organisation|agency organisation"
        ),
        (Organisation, "parent organisation|parent body|part of|employer|council|parent"),
        (
            Representative,
            "representative|name|contact|contact name|rep|lead officer|nominated representative|representative name|full name|attendee|named contact|officer|hub representative|member name"
        ),
        (GivenNames, "first name|forename|forenames|given name|given names"),
        (FamilyName, "surname|last name|family name"),
        (Post, "post|job title|role|title|position|rank|designation|job role"),
        (
            Email,
            "email|e mail|email address|e mail address|secure email|contact email|mail|email contact"
        ),
        (Telephone, "telephone|phone|tel|mobile|contact number|tel no|phone number|mobile number"),
        (
            Deputy,
            "deputy|deputies|deputy name|name of deputy|is deputy|substitute|deputy representative|lead or deputy|type of rep|core or deputy"
        ),
        (
            Protocol,
            "isp signed|isa signed|protocol signed|information sharing protocol|signed isp|isp|isa|information sharing agreement|date signed|signatory|isp date|isa date|data sharing agreement"
        ),
        (Note, "note|notes|comments|comment|remarks"),
        (LineNumber, "no|number|line|row"),
    ];

    private static readonly Dictionary<ImportKind, IReadOnlyList<HeadingWord>> All = new()
    {
        [ImportKind.Cases] = Folded(CaseWords),
        [ImportKind.Actions] = Folded(ActionWords),
        [ImportKind.Minutes] = Folded(ActionWords),
        [ImportKind.Members] = Folded(MemberWords),
    };

    /// <summary>A heading as it is known, folded and as it is shown.</summary>
    public sealed record HeadingWord(string Folded, string Shown, ImportField Field);

    /// <summary>The headings known for lists of a kind.</summary>
    public static IReadOnlyList<HeadingWord> Of(ImportKind kind) => All[kind];

    /// <summary>What a column of a list of a kind can be, in the order in which people think of it.</summary>
    public static IEnumerable<ImportField> FieldsOf(ImportKind kind) =>
        Of(kind).Select(word => word.Field).Distinct();

    private static IReadOnlyList<HeadingWord> Folded((ImportField Field, string Words)[] lists) =>
        [
            .. lists
                .SelectMany(list => list.Words.Split('|').Select(word => (list.Field, Word: word)))
                .Append((Field: Remark, Word: ErrorHeading))
                .Select(one => new HeadingWord(FoldedText.Letters(one.Word), one.Word, one.Field)),
        ];

    /// <summary>Heading of the column in which rows come back with what is wrong.</summary>
    public const string ErrorHeading = "What is wrong";
}
