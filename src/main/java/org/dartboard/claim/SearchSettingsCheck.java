package org.dartboard.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the differentiable search methods can be set to, and log; given to the reader from outside.
 */
public interface SearchSettingsCheck {
  /** Knows no method. */
  SearchSettingsCheck NONE =
      new SearchSettingsCheck() {
        @Override
        public Set<String> methods() {
          return Set.of();
        }

        @Override
        public boolean freezes(String method) {
          return false;
        }

        @Override
        public Set<String> columns(String method) {
          return Set.of();
        }

        @Override
        public List<String> defects(String method, Map<String, Double> settings) {
          return List.of();
        }
      };

  /** The registered names of the methods. */
  Set<String> methods();

  /**
   * Whether a method lets the architecture rest at some point and trains the weights alone.
   *
   * @param method one of {@link #methods}
   */
  boolean freezes(String method);

  /**
   * The columns of the log of a method's searches that a measure can name, those that follow from
   * others among them.
   *
   * @param method one of {@link #methods}
   */
  Set<String> columns(String method);

  /**
   * What is wrong with the settings of a method.
   *
   * @param method one of {@link #methods}
   * @return a sentence for each unknown name and each value that is not allowed
   */
  List<String> defects(String method, Map<String, Double> settings);
}
