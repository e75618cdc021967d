package lectern.widgets.skiptest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    @ParameterizedTest
    @CsvSource({"0, -l1*sin(q1)-l2*sin(q1+q2)", "0, -(l2 sin(q2+q1) + l1 sin q1)", "1, -l2*sin(q1+q2)", "1, l2*(-sin(q1)*cos(q2)-cos(q1)*sin(q2))",
        "2, l1*cos(q1)+l2*cos(q1+q2)", "2, l1 cos(-q1) + cos(q1+q2) l2", "3, l2*cos(q1+q2)", "3, l2*(cos(q1)*cos(q2)-sin(q1)*sin(q2))"})
    void anyFormOfTheRightEntryPasses(int entry, String typed) {
        for (int seed = 1; seed < 40; seed++) {
            assertEquals("right", Judge.of(typed, entry, seed).verdict(), typed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, l1*sin(q1)+l2*sin(q1+q2), sign", "3, -l2*cos(q1+q2), sign", "2, l1*cos(q1)-l2*cos(q1+q2), signs", "1, l2*cos(q1+q2), Swapped",
        "0, -l2*sin(q1+q2), missing", "2, l1*cos(q1), missing", "0, -l1*sin(q1)-l2*sin(q2), along q₁ + q₂", "3, l2*cos(q2), along q₁ + q₂",
        "3, -l2*sin(q1+q2)+0, Swapped", "3, l2*sin(q1+q2), Sine and cosine", "3, cos(q1+q2), lengths", "0, 0.5, In the pose drawn", "1, log(0-q1), no value"})
    void aWrongEntryIsToldHowItIsWrong(int entry, String typed, String words) {
        for (int seed = 1; seed < 40; seed++) {
            Judge judge = Judge.of(typed, entry, seed);
            assertEquals("wrong", judge.verdict());
            assertTrue(judge.remark().contains(words), judge.remark());
        }
    }
}
