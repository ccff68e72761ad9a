package org.ehcexchange.worktray;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the forms ask of a plan that is to move, and where in the message the answer stands.
///
/// A field is called as its place in the message, with hyphens for slashes, so that what the reader
/// finds wrong is said beside it.
public enum PlanField {
    CHILD_REFERENCE(PlanStep.CHILD, "child-reference", Shape.LINE, "Your reference for the child"),
    FAMILY_NAME(PlanStep.CHILD, "child-familyName", Shape.LINE, "Family name"),
    GIVEN_NAMES(PlanStep.CHILD, "child-givenNames", Shape.LINE, "Given names"),
    DATE_OF_BIRTH(PlanStep.CHILD, "child-dateOfBirth", Shape.DAY, "Date of birth"),
    NHS_NUMBER(PlanStep.CHILD, "child-nhsNumber", Shape.LINE, "NHS number (if known)"),
    UPN(PlanStep.CHILD, "child-upn", Shape.LINE, "Unique pupil number, UPN (if known)"),
    SEX(PlanStep.CHILD, "child-sex", Shape.CHOICE, "Sex (if known)"),
    POSTCODE(PlanStep.CHILD, "child-postcode", Shape.LINE, "Postcode (if it may be told)"),
    PROTECTED(
            PlanStep.CHILD,
            "child-protected",
            Shape.TICK,
            "The child is protected: no address may be told"),
    TO(PlanStep.MOVE, "to", Shape.CHOICE, "New authority"),
    MOVED_ON(PlanStep.MOVE, "movedOn", Shape.DAY, "Day of the move"),
    AWARE_ON(PlanStep.MOVE, "awareOn", Shape.DAY, "Day you became aware of the move"),
    SEND_ON(PlanStep.MOVE, "sendOn", Shape.CHOICE, "When the plan leaves"),
    OPEN_REQUESTS(
            PlanStep.MOVE, "openRequests", Shape.CHOICE, "Requests for advice that are still open"),
    OLD_COMMISSIONER(
            PlanStep.MOVE,
            "commissioners-old",
            Shape.CHOICE,
            "Health commissioner (CCG/ICB) before the move"),
    NEW_COMMISSIONER(
            PlanStep.MOVE,
            "commissioners-new",
            Shape.CHOICE,
            "Health commissioner (CCG/ICB) after the move"),
    PLAN_REFERENCE(PlanStep.PLAN, "plan-reference", Shape.LINE, "The plan's reference"),
    MADE_ON(PlanStep.PLAN, "plan-madeOn", Shape.DAY, "Day the plan was made"),
    REVIEWED_ON(
            PlanStep.PLAN,
            "plan-lastReviewedOn",
            Shape.DAY,
            "Day it was last reviewed (if it was)"),
    A("A"),
    B("B"),
    C("C"),
    D("D"),
    E("E"),
    F("F"),
    G("G"),
    H1("H1"),
    H2("H2"),
    I("I"),
    J("J"),
    K("K");

    private static final String SECTIONS = "plan-sections-";

    private final PlanStep step;
    private final String path;
    private final Shape shape;
    private final String label;

    PlanField(PlanStep step, String path, Shape shape, String label) {
        this.step = step;
        this.path = path;
        this.shape = shape;
        this.label = label;
    }

    /// A section of the plan (SEND Regulations 2014, reg. 12(1)).
    PlanField(String section) {
        this(PlanStep.SECTIONS, "plan-sections-" + section, Shape.PROSE, "Section " + section);
    }

    /// How it is entered.
    public enum Shape {
        LINE,
        PROSE,
        DAY,
        CHOICE,
        TICK
    }

    public PlanStep step() {
        return step;
    }

    /// What the form calls it.
    public String path() {
        return path;
    }

    public Shape shape() {
        return shape;
    }

    public String label() {
        return label;
    }

    /// What its boxes are called: a day has three.
    public List<String> boxes() {
        return shape == Shape.DAY
                ? List.of(path + "-day", path + "-month", path + "-year")
                : List.of(path);
    }

    /// Whether it stands in this part of the message, such as `child-`, and in no part of that.
    boolean isIn(String part) {
        return path.startsWith(part) && path.indexOf('-', part.length()) < 0;
    }

    /// The last word of its place.
    String word() {
        return path.substring(path.lastIndexOf('-') + 1);
    }

    /// Which field a place in the message belongs to.
    ///
    /// @param pointer a JSON pointer
    public static Optional<PlanField> at(String pointer) {
        String place = pointer.replaceFirst("^/", "").replace('/', '-') + "-";
        return Arrays.stream(values())
                .filter(field -> place.startsWith(field.path + "-"))
                .findFirst();
    }

    /// Whether it is a section of the plan.
    public boolean isSection() {
        return path.startsWith(SECTIONS);
    }
}
