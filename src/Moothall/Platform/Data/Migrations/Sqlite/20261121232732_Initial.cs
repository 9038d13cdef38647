using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AgendaPublication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaPublication", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AgreedRoute",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    AgreedByName = table.Column<string>(type: "TEXT", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreedRoute", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditContent",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditContent", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditEntry",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntry", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditSubject",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AuditSubject",
                        x => new
                        {
                            x.RecordId,
                            x.Sequence,
                            x.Kind,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    IsOpinion = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNote", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CirculationCopy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientName = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ServerSaid = table.Column<string>(type: "TEXT", nullable: false),
                    StatusAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleasedByName = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CirculationCopy", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ConfidentialityWording",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Statements = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConfidentialityWording", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "FilePassword",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilePassword", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "FormKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Location = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormKey", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "GovernanceBody",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TermsDated = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TermsReviewDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MeetsWeekly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Times_CutOffDaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Times_CutOffTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Times_Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Times_Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Times_Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Times_Start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Times_Venue = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceBody", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HeldForm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Values = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldForm", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HubCase",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Episode = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClosureSummary = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovalBecause = table.Column<string>(type: "TEXT", nullable: false),
                    RemovalByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubCase", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HubMeeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Slot = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CutOffAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Publication = table.Column<int>(type: "INTEGER", nullable: false),
                    AgendaEdits = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedBecause = table.Column<string>(type: "TEXT", nullable: false),
                    ChairId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChairName = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CurrentItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Pulse = table.Column<long>(type: "INTEGER", nullable: false),
                    ProtocolExplainedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RoomCheck = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RoomCheckedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubMeeting", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HubMembership",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    SeesCases = table.Column<bool>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProtocolDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProtocolEvidence = table.Column<string>(type: "TEXT", nullable: false),
                    ProtocolReviewDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubMembership", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "JobLease",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLease", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "LegalParameter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalParameter", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "LiveReading",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveReading", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Minutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EditedByName = table.Column<string>(type: "TEXT", nullable: false),
                    SignedText = table.Column<string>(type: "TEXT", nullable: false),
                    SignedHash = table.Column<string>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Minutes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "NameAccepted",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameAccepted", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "NotCirculated",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotCirculated", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ServerSaid = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notice", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsResponsibleAuthority = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisation", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PartnershipSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    AreaName = table.Column<string>(type: "TEXT", nullable: false),
                    Colour = table.Column<string>(type: "TEXT", nullable: false),
                    ProtocolName = table.Column<string>(type: "TEXT", nullable: false),
                    ProtocolOwner = table.Column<string>(type: "TEXT", nullable: false),
                    TeamTelephone = table.Column<string>(type: "TEXT", nullable: false),
                    DemonstrationSeed = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnershipSettings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    UnlinkedBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLink", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Priority",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Abbreviation = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedIn = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Priority", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferredById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferredByName = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    LateForMeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingWhy = table.Column<string>(type: "TEXT", nullable: false),
                    AdmittedLateBy = table.Column<string>(type: "TEXT", nullable: false),
                    AdmittedLateBecause = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PrimaryTopicId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Details_AskedOfHub = table.Column<string>(type: "TEXT", nullable: false),
                    Details_CannotWaitBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Gateway = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Kind = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    Details_MayShareBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Details_Title = table.Column<string>(type: "TEXT", nullable: false),
                    Details_TriedAlready = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferralDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Values = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralDraft", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferralMatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KnownPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: true),
                    ResolvedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralMatch", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ResearchReturn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    GivenByName = table.Column<string>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResearchReturn", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SecureDomainEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Domain = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecureDomainEntry", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SignInLimit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInLimit", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "StoredFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreName = table.Column<string>(type: "TEXT", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFile", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "StoredSearch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredSearch", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Topic",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    LegalTerm = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DefaultVisibility = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedBecause = table.Column<string>(type: "TEXT", nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topic", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "User",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_User", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "UserSession",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSession", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PublishedItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PublishedItem_AgendaPublication_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "AgendaPublication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PasswordGiving",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PasswordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", nullable: false),
                    Manner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GivenByName = table.Column<string>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KnownBy = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordGiving", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PasswordGiving_FilePassword_PasswordId",
                        column: x => x.PasswordId,
                        principalTable: "FilePassword",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEvent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEvent_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseExclusion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseExclusion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseExclusion_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseShare",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseShare", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseShare_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Concern",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsChallenge = table.Column<bool>(type: "INTEGER", nullable: false),
                    RaisedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    RaisedByName = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredByName = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concern", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concern_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "HubAction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerMembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CarriedForward = table.Column<int>(type: "INTEGER", nullable: false),
                    CarriedAtMeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAtMeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubAction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HubAction_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AgendaItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDraft = table.Column<bool>(type: "INTEGER", nullable: false),
                    Presenter = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RunningSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: false),
                    Dissent = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItem_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_AgendaItem_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AttendanceEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedByName = table.Column<string>(type: "TEXT", nullable: false),
                    InvitedWhy = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceEntry_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ConfidentialitySignature",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    WordingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Manner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WitnessName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConfidentialitySignature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConfidentialitySignature_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MeetingChairing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingChairing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingChairing_HubMeeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "HubMeeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Representative",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MembershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsDeputy = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Representative", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Representative_HubMembership_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "HubMembership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MinutesReading",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesReading", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesReading_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MinutesSection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InPartB = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesSection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesSection_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MinutesSignature",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", nullable: false),
                    VoidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VoidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesSignature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesSignature_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CasePriority",
                columns: table => new
                {
                    HubCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PrioritiesId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePriority", x => new { x.HubCaseId, x.PrioritiesId });
                    table.ForeignKey(
                        name: "FK_CasePriority_HubCase_HubCaseId",
                        column: x => x.HubCaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_CasePriority_Priority_PrioritiesId",
                        column: x => x.PrioritiesId,
                        principalTable: "Priority",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CasePerson",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    GivenNames = table.Column<string>(type: "TEXT", nullable: false),
                    FamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    KnownAs = table.Column<string>(type: "TEXT", nullable: false),
                    DateOfBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EstimatedAge = table.Column<int>(type: "INTEGER", nullable: true),
                    AgeNotKnownBecause = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", nullable: false),
                    SearchFamilyName = table.Column<string>(type: "TEXT", nullable: false),
                    SearchGivenNames = table.Column<string>(type: "TEXT", nullable: false),
                    SearchAddress = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePerson", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CasePerson_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_CasePerson_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CasePlace",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePlace", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CasePlace_HubCase_CaseId",
                        column: x => x.CaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_CasePlace_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferralSending",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    MeetingWhy = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralSending", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralSending_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TriageDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TriageDecision_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferralAttachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralAttachment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralAttachment_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ReferralAttachment_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SendingAttempt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CopyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PasswordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ServerSaid = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendingAttempt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SendingAttempt_CirculationCopy_CopyId",
                        column: x => x.CopyId,
                        principalTable: "CirculationCopy",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SendingAttempt_FilePassword_PasswordId",
                        column: x => x.PasswordId,
                        principalTable: "FilePassword",
                        principalColumn: "Id"
                    );
                    table.ForeignKey(
                        name: "FK_SendingAttempt_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CaseTopic",
                columns: table => new
                {
                    HubCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicsId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTopic", x => new { x.HubCaseId, x.TopicsId });
                    table.ForeignKey(
                        name: "FK_CaseTopic_HubCase_HubCaseId",
                        column: x => x.HubCaseId,
                        principalTable: "HubCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_CaseTopic_Topic_TopicsId",
                        column: x => x.TopicsId,
                        principalTable: "Topic",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferralTopic",
                columns: table => new
                {
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicsId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralTopic", x => new { x.ReferralId, x.TopicsId });
                    table.ForeignKey(
                        name: "FK_ReferralTopic_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ReferralTopic_Topic_TopicsId",
                        column: x => x.TopicsId,
                        principalTable: "Topic",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserLogins",
                        x => new { x.LoginProvider, x.ProviderKey }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Authenticator",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authenticator", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Authenticator_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitation_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RecoveryCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCode_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RoleGrant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleGrant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleGrant_User_UserId",
                        column: x => x.UserId,
                        principalTable: "User",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ActionUpdate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionUpdate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionUpdate_HubAction_ActionId",
                        column: x => x.ActionId,
                        principalTable: "HubAction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SharedInformation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationName = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Handling = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedInformation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SharedInformation_AgendaItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "AgendaItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "InviteeItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InviteeItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InviteeItem_AttendanceEntry_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AttendanceEntry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PersonTelephone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Digits = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonTelephone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonTelephone_CasePerson_PersonId",
                        column: x => x.PersonId,
                        principalTable: "CasePerson",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProtectedValue",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectedValue", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtectedValue_CasePerson_PersonId",
                        column: x => x.PersonId,
                        principalTable: "CasePerson",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ProtectedValueReader",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectedValueReader", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtectedValueReader_ProtectedValue_ValueId",
                        column: x => x.ValueId,
                        principalTable: "ProtectedValue",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ActionUpdate_ActionId",
                table: "ActionUpdate",
                column: "ActionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItem_CaseId",
                table: "AgendaItem",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItem_MeetingId_CaseId",
                table: "AgendaItem",
                columns: new[] { "MeetingId", "CaseId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgendaPublication_MeetingId_Number",
                table: "AgendaPublication",
                columns: new[] { "MeetingId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AgreedRoute_UserId",
                table: "AgreedRoute",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceEntry_MeetingId",
                table: "AttendanceEntry",
                column: "MeetingId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditContent_ActorId_At",
                table: "AuditContent",
                columns: new[] { "ActorId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditContent_At",
                table: "AuditContent",
                column: "At"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditSubject_Sequence",
                table: "AuditSubject",
                column: "Sequence"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Authenticator_UserId",
                table: "Authenticator",
                column: "UserId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvent_CaseId_At",
                table: "CaseEvent",
                columns: new[] { "CaseId", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CaseExclusion_CaseId",
                table: "CaseExclusion",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CaseNote_CaseId",
                table: "CaseNote",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePerson_CaseId",
                table: "CasePerson",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePerson_DateOfBirth",
                table: "CasePerson",
                column: "DateOfBirth"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePerson_ReferralId",
                table: "CasePerson",
                column: "ReferralId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePerson_SearchFamilyName",
                table: "CasePerson",
                column: "SearchFamilyName"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePlace_CaseId",
                table: "CasePlace",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePlace_ReferralId",
                table: "CasePlace",
                column: "ReferralId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CasePriority_PrioritiesId",
                table: "CasePriority",
                column: "PrioritiesId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CaseShare_CaseId",
                table: "CaseShare",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CaseTopic_TopicsId",
                table: "CaseTopic",
                column: "TopicsId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CirculationCopy_MinutesId_UserId",
                table: "CirculationCopy",
                columns: new[] { "MinutesId", "UserId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_CirculationCopy_Status_NextAttemptAt",
                table: "CirculationCopy",
                columns: new[] { "Status", "NextAttemptAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Concern_AnsweredAt_RaisedAt",
                table: "Concern",
                columns: new[] { "AnsweredAt", "RaisedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Concern_CaseId",
                table: "Concern",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConfidentialitySignature_MeetingId_UserId",
                table: "ConfidentialitySignature",
                columns: new[] { "MeetingId", "UserId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_FilePassword_Month",
                table: "FilePassword",
                column: "Month",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_FormKey_UserId_Key",
                table: "FormKey",
                columns: new[] { "UserId", "Key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubAction_CaseId",
                table: "HubAction",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubAction_OwnerMembershipId",
                table: "HubAction",
                column: "OwnerMembershipId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubAction_Status_Due",
                table: "HubAction",
                columns: new[] { "Status", "Due" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubCase_BodyId_Status_OpenedAt",
                table: "HubCase",
                columns: new[] { "BodyId", "Status", "OpenedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubCase_Reference",
                table: "HubCase",
                column: "Reference",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubMeeting_BodyId_StartsAt",
                table: "HubMeeting",
                columns: new[] { "BodyId", "StartsAt" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Invitation_TokenHash",
                table: "Invitation",
                column: "TokenHash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Invitation_UserId",
                table: "Invitation",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_InviteeItem_EntryId",
                table: "InviteeItem",
                column: "EntryId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_JobLease_Name",
                table: "JobLease",
                column: "Name",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_LiveReading_MeetingId_ItemId_UserId",
                table: "LiveReading",
                columns: new[] { "MeetingId", "ItemId", "UserId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MeetingChairing_MeetingId",
                table: "MeetingChairing",
                column: "MeetingId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_MeetingId",
                table: "Minutes",
                column: "MeetingId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MinutesReading_MinutesId_UserId",
                table: "MinutesReading",
                columns: new[] { "MinutesId", "UserId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MinutesSection_MinutesId_Order",
                table: "MinutesSection",
                columns: new[] { "MinutesId", "Order" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MinutesSignature_MinutesId",
                table: "MinutesSignature",
                column: "MinutesId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_NameAccepted_MinutesId",
                table: "NameAccepted",
                column: "MinutesId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_NotCirculated_MinutesId",
                table: "NotCirculated",
                column: "MinutesId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Notice_Status_NextAttemptAt",
                table: "Notice",
                columns: new[] { "Status", "NextAttemptAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PasswordGiving_PasswordId",
                table: "PasswordGiving",
                column: "PasswordId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PersonTelephone_PersonId",
                table: "PersonTelephone",
                column: "PersonId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProtectedValue_PersonId",
                table: "ProtectedValue",
                column: "PersonId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ProtectedValueReader_ValueId",
                table: "ProtectedValueReader",
                column: "ValueId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PublishedItem_PublicationId",
                table: "PublishedItem",
                column: "PublicationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCode_UserId_Hash",
                table: "RecoveryCode",
                columns: new[] { "UserId", "Hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Referral_Reference",
                table: "Referral",
                column: "Reference",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Referral_Status_SubmittedAt",
                table: "Referral",
                columns: new[] { "Status", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReferralAttachment_FileId",
                table: "ReferralAttachment",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReferralAttachment_ReferralId",
                table: "ReferralAttachment",
                column: "ReferralId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReferralDraft_UserId_FormId",
                table: "ReferralDraft",
                columns: new[] { "UserId", "FormId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReferralSending_ReferralId",
                table: "ReferralSending",
                column: "ReferralId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTopic_TopicsId",
                table: "ReferralTopic",
                column: "TopicsId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Representative_MembershipId",
                table: "Representative",
                column: "MembershipId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ResearchReturn_MeetingId_MembershipId_CaseId_PersonId",
                table: "ResearchReturn",
                columns: new[] { "MeetingId", "MembershipId", "CaseId", "PersonId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_RoleGrant_UserId",
                table: "RoleGrant",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempt_CopyId",
                table: "SendingAttempt",
                column: "CopyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempt_FileId",
                table: "SendingAttempt",
                column: "FileId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SendingAttempt_PasswordId",
                table: "SendingAttempt",
                column: "PasswordId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SharedInformation_ItemId",
                table: "SharedInformation",
                column: "ItemId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_SignInLimit_Key",
                table: "SignInLimit",
                column: "Key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_StoredSearch_ExpiresAt",
                table: "StoredSearch",
                column: "ExpiresAt"
            );

            migrationBuilder.CreateIndex(
                name: "IX_TriageDecision_ReferralId",
                table: "TriageDecision",
                column: "ReferralId"
            );

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "User",
                column: "NormalizedEmail"
            );

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "User",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_UserSession_UserId_EndedAt",
                table: "UserSession",
                columns: new[] { "UserId", "EndedAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ActionUpdate");

            migrationBuilder.DropTable(name: "AgreedRoute");

            migrationBuilder.DropTable(name: "AspNetUserClaims");

            migrationBuilder.DropTable(name: "AspNetUserLogins");

            migrationBuilder.DropTable(name: "AspNetUserTokens");

            migrationBuilder.DropTable(name: "AuditContent");

            migrationBuilder.DropTable(name: "AuditEntry");

            migrationBuilder.DropTable(name: "AuditSubject");

            migrationBuilder.DropTable(name: "Authenticator");

            migrationBuilder.DropTable(name: "CaseEvent");

            migrationBuilder.DropTable(name: "CaseExclusion");

            migrationBuilder.DropTable(name: "CaseNote");

            migrationBuilder.DropTable(name: "CasePlace");

            migrationBuilder.DropTable(name: "CasePriority");

            migrationBuilder.DropTable(name: "CaseShare");

            migrationBuilder.DropTable(name: "CaseTopic");

            migrationBuilder.DropTable(name: "Concern");

            migrationBuilder.DropTable(name: "ConfidentialitySignature");

            migrationBuilder.DropTable(name: "ConfidentialityWording");

            migrationBuilder.DropTable(name: "FormKey");

            migrationBuilder.DropTable(name: "GovernanceBody");

            migrationBuilder.DropTable(name: "HeldForm");

            migrationBuilder.DropTable(name: "Invitation");

            migrationBuilder.DropTable(name: "InviteeItem");

            migrationBuilder.DropTable(name: "JobLease");

            migrationBuilder.DropTable(name: "LegalParameter");

            migrationBuilder.DropTable(name: "LiveReading");

            migrationBuilder.DropTable(name: "MeetingChairing");

            migrationBuilder.DropTable(name: "MinutesReading");

            migrationBuilder.DropTable(name: "MinutesSection");

            migrationBuilder.DropTable(name: "MinutesSignature");

            migrationBuilder.DropTable(name: "NameAccepted");

            migrationBuilder.DropTable(name: "NotCirculated");

            migrationBuilder.DropTable(name: "Notice");

            migrationBuilder.DropTable(name: "Organisation");

            migrationBuilder.DropTable(name: "PartnershipSettings");

            migrationBuilder.DropTable(name: "PasswordGiving");

            migrationBuilder.DropTable(name: "PersonLink");

            migrationBuilder.DropTable(name: "PersonTelephone");

            migrationBuilder.DropTable(name: "ProtectedValueReader");

            migrationBuilder.DropTable(name: "PublishedItem");

            migrationBuilder.DropTable(name: "RecoveryCode");

            migrationBuilder.DropTable(name: "ReferralAttachment");

            migrationBuilder.DropTable(name: "ReferralDraft");

            migrationBuilder.DropTable(name: "ReferralMatch");

            migrationBuilder.DropTable(name: "ReferralSending");

            migrationBuilder.DropTable(name: "ReferralTopic");

            migrationBuilder.DropTable(name: "Representative");

            migrationBuilder.DropTable(name: "ResearchReturn");

            migrationBuilder.DropTable(name: "RoleGrant");

            migrationBuilder.DropTable(name: "SecureDomainEntry");

            migrationBuilder.DropTable(name: "SendingAttempt");

            migrationBuilder.DropTable(name: "SharedInformation");

            migrationBuilder.DropTable(name: "SignInLimit");

            migrationBuilder.DropTable(name: "StoredSearch");

            migrationBuilder.DropTable(name: "TriageDecision");

            migrationBuilder.DropTable(name: "UserSession");

            migrationBuilder.DropTable(name: "HubAction");

            migrationBuilder.DropTable(name: "Priority");

            migrationBuilder.DropTable(name: "AttendanceEntry");

            migrationBuilder.DropTable(name: "Minutes");

            migrationBuilder.DropTable(name: "ProtectedValue");

            migrationBuilder.DropTable(name: "AgendaPublication");

            migrationBuilder.DropTable(name: "Topic");

            migrationBuilder.DropTable(name: "HubMembership");

            migrationBuilder.DropTable(name: "User");

            migrationBuilder.DropTable(name: "CirculationCopy");

            migrationBuilder.DropTable(name: "FilePassword");

            migrationBuilder.DropTable(name: "StoredFile");

            migrationBuilder.DropTable(name: "AgendaItem");

            migrationBuilder.DropTable(name: "CasePerson");

            migrationBuilder.DropTable(name: "HubMeeting");

            migrationBuilder.DropTable(name: "HubCase");

            migrationBuilder.DropTable(name: "Referral");
        }
    }
}
